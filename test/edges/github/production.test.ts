import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startStandIn } from '../../stand-in/index.ts';
import { startApp } from '../../stand-in/start-app.ts';

test('the App starts as in production, is healthy and stops on SIGTERM', async () => {
  const github = await startStandIn();
  const data = await mkdtemp(join(tmpdir(), 'sotacode-data-'));
  const app = await startApp({ ...github.appEnv, SOTACODE_DATA: data });
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  expect((await fetch(`${app.url}/other`)).status).toBe(404);
  const second = startApp({ ...github.appEnv, SOTACODE_DATA: data });
  await expect(second).rejects.toThrow('in use by another process');
  expect(await app.stop()).toBe(0);
  await github.close();
  await rm(data, { recursive: true, force: true });
}, 60_000);

test('without its settings the App serves the page that says what is missing', async () => {
  const data = await mkdtemp(join(tmpdir(), 'sotacode-data-'));
  const nothing = { APP_ID: '', PRIVATE_KEY: '', PRIVATE_KEY_PATH: '', WEBHOOK_SECRET: '' };
  const app = await startApp({ ...nothing, SOTACODE_DATA: data });
  expect(await (await fetch(app.url)).text()).toContain('WEBHOOK_SECRET');
  expect(await app.stop()).toBe(0);
  await rm(data, { recursive: true, force: true });
}, 30_000);
