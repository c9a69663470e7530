import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { startStandIn } from '../stand-in/index.ts';
import { freePort } from './start-server.ts';

const script = join(import.meta.dirname, '../../src/index.ts');

it('an App without keys is registered from its first-run page and goes on with them', async () => {
  const github = await startStandIn();
  const { GHE_HOST, GHE_PROTOCOL } = github.appEnv;
  const cwd = await mkdtemp(join(tmpdir(), 'first-run-'));
  const port = String(freePort());
  const unset = { APP_ID: '', PRIVATE_KEY: '', WEBHOOK_SECRET: '', DATABASE_URL: '' };
  const app = spawn(process.execPath, [script], {
    cwd,
    env: { ...process.env, ...unset, GHE_HOST, GHE_PROTOCOL, HOST: '127.0.0.1', PORT: port },
  });
  let log = '';
  for (const stream of [app.stdout, app.stderr]) stream.on('data', (text) => (log += text));
  const find = (pattern: RegExp) =>
    vi.waitFor(() => pattern.exec(log)?.[1] ?? Promise.reject(new Error(log)), 60_000);

  const link = new URL(await find(/open (\S+)\n/));
  const page = await (await fetch(link)).text();
  expect(page).toContain('Register GitHub App');
  const state = /state(?:&#x3D;|=)([\w-]+)/.exec(page)?.[1];
  const code = github.registerApp('my-sotacode');
  const done = await fetch(`${link.origin}/setup?code=${code}&state=${state}`);
  expect(done.status).toBe(200);

  const url = await find(/Listening on (http:\/\/[\d.:]+)/);
  expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'ok' });
  expect((await fetch(`${url}/api/modules`)).status).toBe(200);
  expect(await (await fetch(url)).text()).toContain('/api/openapi.json');
  expect((await fetch(`${url}/api/github/webhooks`, { method: 'POST' })).status).toBe(415);
  const secret = /WEBHOOK_SECRET=(.+)/.exec(await readFile(join(cwd, 'data/.env'), 'utf8'))?.[1];
  expect(secret).toBeTruthy();
  expect(log).not.toContain(secret);

  app.kill();
  await once(app, 'exit');
  await github.close();
  await rm(cwd, { recursive: true });
}, 120_000);
