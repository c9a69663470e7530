import { setTimeout as sleep } from 'node:timers/promises';
import type { LambdaResponse } from '@fastify/aws-lambda';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundleLambda } from '../../../scripts/bundle-lambda.ts';
import { testApp } from '../../helpers/test-app.ts';
import { httpEvent } from './http-event.ts';
import { startFunction } from './runtime-api.ts';

const folder = `${process.cwd()}/dist/whole-lambda`;
const { DATABASE_URL } = process.env;
/** Where there is no PostgreSQL the function has an embedded database, and so is in development. */
const settings = DATABASE_URL
  ? { DATABASE_URL, DATABASE_POOL_MAX: '1', PGAPPNAME: 'frozen' }
  : { PGLITE_DIR: 'memory://' };
const ready = httpEvent('GET', { path: '/health/ready' });

beforeAll(() => bundleLambda(folder));

test('the whole server starts from its bundle and reaches its database', async () => {
  const server = await startFunction(folder, 'lambda.handler', { ...settings, NODE_ENV: 'test' });
  await server.init;
  expect(await server.invoke<LambdaResponse>(ready)).toMatchObject({ statusCode: 200 });
  await server.stop();
}, 60_000);

test('an embedded database, which would be lost, is refused', async () => {
  const server = await startFunction(folder, 'lambda.handler');
  await expect(server.init).rejects.toMatchObject({
    errorType: 'ConfigError',
    errorMessage: 'The environment variable DATABASE_URL is missing.',
  });
  await server.stop();
}, 60_000);

// Only connections of a database beyond this process can be lost.
describe.skipIf(!DATABASE_URL || process.platform === 'win32')('PostgreSQL at DATABASE_URL', () => {
  test('a request that wakes a frozen function meets no connection that was lost', async () => {
    const app = await testApp();
    const server = await startFunction(folder, 'lambda.handler', { ...settings, NODE_ENV: 'test' });
    await server.init;
    for (let round = 0; round < 5; round++) {
      expect(await server.invoke<LambdaResponse>(ready)).toMatchObject({ statusCode: 200 });
      await sleep(100);
      server.process.kill('SIGSTOP');
      const { rows } = await app.database.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'frozen'`,
      );
      expect(rows).toHaveLength(1);
      await sleep(1_200);
      const woken = server.invoke<LambdaResponse>(ready);
      await sleep(50);
      server.process.kill('SIGCONT');
      expect(await woken).toMatchObject({ statusCode: 200 });
    }
    await server.stop();
  }, 60_000);
});
