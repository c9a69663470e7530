import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import cachePlugin from '../../../src/modules/cache/index.ts';
import { eventually } from '../../helpers/eventually.ts';
import { ownRedis } from '../../helpers/own-redis.ts';
import { redisApp } from '../../helpers/redis-app.ts';
import { type TcpProxy, tcpProxy } from '../../helpers/tcp-proxy.ts';

const redis = await ownRedis();

describe.skipIf(!redis)('with a Redis in trouble', () => {
  if (!redis) return;
  let proxy: TcpProxy;
  let server: Awaited<ReturnType<typeof redisApp>>;
  let n = 0;
  let loads = 0;
  const options = { seconds: 60, tags: ['plants'] };

  beforeEach(async () => {
    n = 0;
    loads = 0;
    proxy = await tcpProxy(redis.env.REDIS_URL);
    server = await redisApp({ ...redis.env, REDIS_URL: proxy.url }, [cachePlugin]);
  });
  afterEach(async () => {
    await server.app.close();
    await proxy.close();
  });
  afterAll(redis.clean);

  const load = async () => {
    loads += 1;
    return loads;
  };
  const askNew = () => {
    n += 1;
    return server.app.cache.wrap(`${proxy.url} ${n}`, options, load);
  };
  const took = async (work: () => Promise<unknown>) => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  const about = (word: string) => server.logged.filter((line) => line.includes(word));

  test('a frozen one costs a moment at first, then nothing, and is used again once it answers', async () => {
    const { app } = server;
    await app.cache.wrap('before', options, load);
    proxy.freeze();
    expect(await took(askNew)).toBeLessThan(1_000);
    await Promise.all(Array.from({ length: 50 }, askNew));
    const each = await took(async () => {
      for (let i = 0; i < 20; i += 1) await askNew();
    });
    expect(each).toBeLessThan(1_000);
    expect(loads).toBe(72);
    expect(about('for now').sort()).toEqual([
      'the cache in Redis is not read for now',
      'the cache in Redis is not written for now',
    ]);

    proxy.thaw();
    await eventually(async () => expect(await app.cache.get('before')).toBe(1), 15_000);
    await eventually(async () => {
      await app.cache.set('after', 1, options);
      expect(await app.cache.get('after')).toBe(1);
    }, 15_000);
    expect(about('again')).toHaveLength(2);
    expect(about('for now')).toHaveLength(2);
  });

  test('one that is gone costs nothing, and what was invalidated meanwhile does not come back', async () => {
    const { app } = server;
    const { cache } = app;
    await cache.wrap('tagged', options, load);
    await cache.wrap('deleted', { seconds: 60 }, load);
    await cache.wrap('untouched', { seconds: 60 }, load);
    await proxy.cut();
    await eventually(() => expect(app.redis?.client.isReady).toBe(false));
    await cache.invalidateTags('plants');
    await cache.delete('deleted');
    expect(await cache.get('untouched')).toBeUndefined();
    const all = await took(async () => {
      for (let i = 0; i < 20; i += 1) await askNew();
    });
    expect(all).toBeLessThan(1_000);
    await Promise.all(Array.from({ length: 200 }, () => cache.wrap('same', options, load)));
    expect(loads).toBe(24);

    await proxy.mend();
    await eventually(async () => expect(await cache.get('untouched')).toBe(3), 15_000);
    expect(await cache.get('tagged')).toBeUndefined();
    expect(await cache.get('deleted')).toBeUndefined();
  });

  test('answers that are not of Redis are misses, and never the value of another key', async () => {
    const { cache } = server.app;
    for (const key of ['a', 'b', 'c']) await cache.set(key, key, options);
    proxy.garble(true);
    expect(await cache.wrap('a', options, async () => 'loaded')).toBe('loaded');
    expect(await cache.get('b')).toBeUndefined();
    proxy.garble(false);
    for (let i = 0; i < 30; i += 1) {
      for (const key of ['a', 'b', 'c']) expect([key, undefined]).toContain(await cache.get(key));
      await sleep(20);
    }
    await eventually(async () => expect(await cache.get('c')).toBe('c'), 15_000);
  });

  test('a server that stops does not wait for it', async () => {
    proxy.freeze();
    void askNew();
    expect(await took(() => server.app.close())).toBeLessThan(3_000);
  });
});
