type Env = Record<string, string | undefined>;

const needed = [
  { name: 'APP_ID', what: 'the number of the GitHub App' },
  { name: 'PRIVATE_KEY', what: 'its private key, as PEM or base64 (or PRIVATE_KEY_PATH, a file)' },
  { name: 'WEBHOOK_SECRET', what: 'the secret that signs its webhooks' },
];

const isSet = (env: Env, name: string) =>
  Boolean(env[name] || (name === 'PRIVATE_KEY' && env.PRIVATE_KEY_PATH));

/** What the App cannot start without and does not have, and whether it has some of it. */
export function missingSettings(env: Env) {
  const missing = needed.filter(({ name }) => !isSet(env, name));
  return { missing, partly: missing.length < needed.length };
}
