import { readFileSync } from 'node:fs';

export interface Settings {
  appId: string;
  privateKey: string;
  secret: string;
  baseUrl: string;
  host: string;
  port: number;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
}

type Env = Record<string, string | undefined>;

/** The App's settings from the environment, or one sentence that names what is missing. */
export function readSettings(env: Env): Settings {
  return {
    appId: required(env, 'APP_ID'),
    privateKey: privateKey(env),
    // Probot would fall back to a secret that everybody knows.
    secret: required(env, 'WEBHOOK_SECRET'),
    baseUrl: env.GHE_HOST
      ? `${env.GHE_PROTOCOL ?? 'https'}://${env.GHE_HOST}/api/v3`
      : 'https://api.github.com',
    host: env.HOST ?? '0.0.0.0',
    port: Number(env.PORT ?? 3000),
    logLevel: (env.LOG_LEVEL ?? 'info') as Settings['logLevel'],
  };
}

function required(env: Env, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`Set ${name}: see .env.example`);
  return value;
}

function privateKey(env: Env): string {
  if (env.PRIVATE_KEY_PATH) return readFileSync(env.PRIVATE_KEY_PATH, 'utf8');
  const key = required(env, 'PRIVATE_KEY');
  if (key.includes('-----BEGIN')) return key.replaceAll('\\n', '\n');
  return Buffer.from(key, 'base64').toString('utf8');
}
