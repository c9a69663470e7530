import { readSecrets } from './read-secrets.ts';

/** The environment of a function: its settings, and the secrets that are not among them. */
export async function lambdaEnv(env: NodeJS.ProcessEnv): Promise<NodeJS.ProcessEnv> {
  const secrets = env.SECRETS_PATH ? await readSecrets(env.SECRETS_PATH, env) : {};
  // A function serves people unless it is told that it does not.
  return { NODE_ENV: 'production', ...secrets, ...env };
}
