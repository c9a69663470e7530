import Fastify from 'fastify';
import { expect, test } from 'vitest';
import base from '../../../src/modules/base/index.ts';
import databaseCheck from '../../../src/modules/health/database-check.ts';
import health from '../../../src/modules/health/index.ts';
import { testApp } from '../../helpers/test-app.ts';

test('the server is ready while its database answers', async () => {
  const response = await (await testApp()).inject('/health/ready');
  expect(response.json()).toMatchObject({ status: 'ready', checks: { database: 'ok' } });
});

test('the server is not ready when its database does not answer', async () => {
  const app = Fastify();
  await app.register(base, { env: {} });
  await app.register(health, { env: {} });
  app.decorate('database', {
    ping: () => Promise.reject(new Error('connection refused')),
    query: async () => ({ rows: [] }),
    migrate: async () => {},
  });
  await app.register(databaseCheck, { env: {} });
  const response = await app.inject('/health/ready');
  expect(response.statusCode).toBe(503);
  expect(response.json().checks).toEqual({ database: 'failed' });
  await app.close();
});
