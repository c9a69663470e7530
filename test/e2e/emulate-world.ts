import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmulator } from 'emulate';
import { createWorld } from '../stand-in/create-world.ts';
import { startApp } from '../stand-in/start-app.ts';
import { emulateGaps } from './emulate-gaps.ts';
import { startEmulateProxy } from './emulate-proxy.ts';

const tokens = { ann: 'ghp_ann' };

/** The App, started as in production, with emulate's GitHub underneath. */
export async function openEmulateWorld() {
  const { app } = createWorld();
  const privateKey = pkcs1();
  const proxy = await startEmulateProxy(emulateGaps);
  const emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: { tokens: tokensOf(), github: seedOf(app, privateKey, `${proxy.url}/webhooks`) },
  });
  proxy.emulate = emulator.url;
  const data = await mkdtemp(join(tmpdir(), 'sotacode-emulate-'));
  const running = await startApp({
    ...{ APP_ID: String(app.id), PRIVATE_KEY: privateKey, WEBHOOK_SECRET: app.secret },
    ...{ GHE_HOST: proxy.url.replace('http://', ''), GHE_PROTOCOL: 'http' },
    ...{ SOTACODE_DATA: data, OPENAI_API_KEY: '', DATABASE_URL: '' },
  });
  proxy.webhookUrl = running.webhookUrl;
  return {
    proxy,
    app: running,
    /** GitHub's answer to Ann. */
    ask: <T>(path: string, body?: object): Promise<T> => asAnn(emulator.url, path, body),
    close: async () => {
      await running.stop();
      proxy.close();
      await emulator.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}
export type EmulateWorld = Awaited<ReturnType<typeof openEmulateWorld>>;

const pkcs1 = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  }).privateKey;

const tokensOf = () => ({ [tokens.ann]: { login: 'ann', scopes: ['repo'] } });

/** Unknown tokens act as the first user, so that one may do nothing. */
const seedOf = (
  { id, slug, secret, permissions, events }: ReturnType<typeof createWorld>['app'],
  private_key: string,
  webhook_url: string,
) => ({
  users: [{ login: 'nobody' }, { login: 'ann' }],
  repos: [{ owner: 'ann', name: 'shop' }],
  apps: [
    {
      ...{ app_id: id, slug, name: slug, private_key, permissions, events },
      ...{ webhook_url, webhook_secret: secret },
      installations: [{ installation_id: 77, account: 'ann', repository_selection: 'all' }],
    },
  ],
});

async function asAnn<T>(url: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`${url}${path}`, {
    headers: { authorization: `token ${tokens.ann}` },
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
