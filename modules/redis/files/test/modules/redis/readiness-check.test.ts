import { afterAll, describe, expect, test } from 'vitest';
import readinessCheck from '../../../src/modules/redis/readiness-check.ts';
import { modules } from '../../../src/modules.ts';
import { ownRedis } from '../../helpers/own-redis.ts';
import { redisApp } from '../../helpers/redis-app.ts';
import { tcpProxy } from '../../helpers/tcp-proxy.ts';

const redis = await ownRedis();
const isHealth = (part: object) =>
  Reflect.get(part, Symbol.for('fastify.display-name')) === 'health';
const parts = [...modules.filter(isHealth), readinessCheck];

test('without Redis readiness does not speak of it', async () => {
  const { app } = await redisApp({}, parts);
  expect((await app.inject('/health/ready')).json()).toEqual({ status: 'ready', checks: {} });
  await app.close();
});

describe.skipIf(!redis)('readiness', () => {
  if (!redis) return;
  afterAll(redis.clean);

  test('tells of Redis, and the server stays ready when it is away', async () => {
    const proxy = await tcpProxy(redis.env.REDIS_URL);
    const { app } = await redisApp({ ...redis.env, REDIS_URL: proxy.url }, parts);
    const ready = async () => {
      const response = await app.inject('/health/ready');
      return [response.statusCode, response.json().checks];
    };
    expect(await ready()).toEqual([200, { redis: 'ok' }]);
    proxy.freeze();
    await new Promise((done) => setTimeout(done, 1_100));
    expect(await ready()).toEqual([200, { redis: 'failed' }]);
    await app.close();
    await proxy.close();
  });
});
