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

test('without its settings the App says which one is missing', async () => {
  await expect(startApp({ APP_ID: '' })).rejects.toThrow('Set APP_ID: see .env.example');
}, 30_000);
