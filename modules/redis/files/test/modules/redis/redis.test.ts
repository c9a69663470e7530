import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eventually } from '../../helpers/eventually.ts';
import { ownRedis } from '../../helpers/own-redis.ts';
import { redisApp } from '../../helpers/redis-app.ts';
import { type TcpProxy, tcpProxy } from '../../helpers/tcp-proxy.ts';

const redis = await ownRedis();

describe.skipIf(!redis)('Redis', () => {
  if (!redis) return;
  let proxy: TcpProxy;
  const apps: Awaited<ReturnType<typeof redisApp>>[] = [];

  async function start() {
    const started = await redisApp({ ...redis?.env, REDIS_URL: proxy.url });
    apps.push(started);
    const { app, logged } = started;
    if (!app.redis) throw new Error('no connection');
    return { app, logged, ...app.redis };
  }
  const took = async (work: () => Promise<unknown>) => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };

  beforeEach(async () => {
    proxy = await tcpProxy(redis.env.REDIS_URL);
  });
  afterEach(async () => {
    for (const { app } of apps.splice(0)) await app.close();
    await proxy.close();
  });
  afterAll(redis.clean);

  test('the server has a connection from the start, until it closes', async () => {
    const { app, client, prefix } = await start();
    expect(prefix).toBe(redis.prefix);
    await client.set(`${prefix}greeting`, 'hello');
    expect(await redis.client.get(`${prefix}greeting`)).toBe('hello');
    await app.close();
    expect(client.isOpen).toBe(false);
  });

  test('subscribers hear what is published', async () => {
    const { client, prefix, subscriber } = await start();
    const heard: string[] = [];
    await subscriber().subscribe(`${prefix}news`, (message) => heard.push(message));
    await client.publish(`${prefix}news`, 'rain');
    await eventually(() => expect(heard).toEqual(['rain']));
  });

  test('the server starts without Redis, fails commands at once, and connects when it is there', async () => {
    await proxy.cut();
    const { client, logged } = await start();
    expect(await took(() => client.get('x').catch(() => {}))).toBeLessThan(100);
    await expect(client.get('x')).rejects.toThrow();
    expect(logged).toEqual(['Redis is away: the server goes on without']);
    await proxy.mend();
    await eventually(() => client.ping());
    expect(logged.slice(1)).toEqual(['Redis is back']);
  });

  test('a start with a Redis that does not answer takes no longer than two seconds', async () => {
    proxy.freeze();
    expect(await took(start)).toBeLessThan(3_000);
  });

  test('after a break the connection and the subscriptions come back', async () => {
    const { client, prefix, subscriber, logged } = await start();
    const heard: string[] = [];
    const listening = subscriber();
    await listening.subscribe(`${prefix}a`, (message) => heard.push(message));
    await proxy.cut();
    await eventually(() => expect(client.isReady).toBe(false));
    const later = listening.subscribe(`${prefix}b`, (message) => heard.push(message));
    await new Promise((done) => setTimeout(done, 300));
    await proxy.mend();
    await later;
    await eventually(() => client.ping());
    await client.publish(`${prefix}a`, 'one');
    await client.publish(`${prefix}b`, 'two');
    await eventually(() => expect(heard).toEqual(['one', 'two']));
    expect(logged.filter((line) => line.startsWith('Redis is away'))).toHaveLength(2);
    expect(logged.filter((line) => line === 'Redis is back')).toHaveLength(2);
  });

  test('a connection that nobody answers is replaced', async () => {
    const { client, logged } = await start();
    proxy.freeze();
    await expect(client.get('x')).rejects.toThrow();
    await eventually(() => expect(logged[0]).toMatch('Redis is away'), 9_000);
    proxy.thaw();
    await eventually(() => client.ping());
  });

  test('after an answer that is not of Redis nobody gets the answer to another command', async () => {
    const { client, prefix } = await start();
    await redis.client.mSet({ [`${prefix}one`]: '1', [`${prefix}two`]: '2' });
    proxy.garble(true);
    const garbled = client.get(`${prefix}one`).catch(() => 'failed');
    expect(await garbled).toBe('failed');
    proxy.garble(false);
    await eventually(async () => expect(await client.get(`${prefix}two`)).toBe('2'));
  });

  test('a server closes although Redis does not answer', async () => {
    const { app, client } = await start();
    const lost = client.get('x').catch(() => 'failed');
    proxy.freeze();
    void client.get('y').catch(() => {});
    expect(await took(() => app.close())).toBeLessThan(2_500);
    expect(['failed', null]).toContain(await lost);
  });
});
