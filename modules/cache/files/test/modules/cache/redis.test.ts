import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import cachePlugin from '../../../src/modules/cache/index.ts';
import { redisStore } from '../../../src/modules/cache/redis-store.ts';
import { cacheContract } from '../../contracts/cache.ts';
import { eventually } from '../../helpers/eventually.ts';
import { ownRedis } from '../../helpers/own-redis.ts';
import { redisApp } from '../../helpers/redis-app.ts';

const redis = await ownRedis();

describe.skipIf(!redis)('the cache in Redis', () => {
  if (!redis) return;
  const start = async () => (await redisApp(redis.env, [cachePlugin])).app;
  const tags = ['plants'];
  const options = { seconds: 60, tags };
  let one: FastifyInstance;
  let two: FastifyInstance;
  let loads = 0;
  let n = 0;
  let key: string;

  cacheContract({ start });

  beforeAll(async () => {
    [one, two] = await Promise.all([start(), start()]);
  });
  afterAll(async () => {
    await Promise.all([one.close(), two.close()]);
    await redis.clean();
  });
  beforeEach(() => {
    loads = 0;
    n += 1;
    key = `shared ${n}`;
  });

  const load = async () => {
    loads += 1;
    await sleep(60);
    return loads;
  };
  const names = async (pattern: string) => {
    const found: string[] = [];
    for await (const keys of redis.client.scanIterator({ MATCH: `${redis.prefix}${pattern}` }))
      found.push(...keys);
    return found;
  };

  // A Redis that takes more than a tenth of a second is done without, as on a busy machine.
  test('200 who ask two servers at the same time cause one load', { retry: 2 }, async () => {
    const asking = Array.from({ length: 200 }, (_, i) =>
      (i % 2 ? one : two).cache.wrap(key, options, load),
    );
    expect(new Set(await Promise.all(asking))).toEqual(new Set([1]));
    expect(loads).toBe(1);
  });

  test('when one server fails to load, the one that waited does', async () => {
    const failing = one.cache.wrap(key, options, async () => {
      await sleep(60);
      throw new Error('no luck');
    });
    await sleep(20);
    const waiting = two.cache.wrap(key, options, load);
    await expect(failing).rejects.toThrow('no luck');
    expect(await waiting).toBe(1);
  });

  test('nobody waits for another server for more than a few seconds', async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const stuck = one.cache.wrap(key, options, async () => {
      await gate;
      return 'slow';
    });
    await sleep(20);
    expect(await two.cache.wrap(key, options, async () => 'own')).toBe('own');
    open();
    expect(await stuck).toBe('slow');
    expect(await two.cache.get(key)).toBe('slow');
  });

  test('what one server invalidates, removes or sets, the other knows at once', async () => {
    await one.cache.wrap(key, options, load);
    expect(await two.cache.wrap(key, options, load)).toBe(1);
    await two.cache.invalidateTags('plants');
    expect(await one.cache.get(key)).toBeUndefined();
    expect(await one.cache.wrap(key, options, load)).toBe(2);
    await two.cache.delete(key);
    expect(await one.cache.wrap(key, options, load)).toBe(3);
    await two.cache.set(key, 9, options);
    expect(await one.cache.wrap(key, options, load)).toBe(9);
  });

  test.each([
    ['invalidates', (other: FastifyInstance) => other.cache.invalidateTags('plants')],
    ['removes', (other: FastifyInstance, name: string) => other.cache.delete(name)],
  ])('what another server %s meanwhile is not kept', async (_, change) => {
    const loading = one.cache.wrap(key, options, load);
    await eventually(() => expect(loads).toBe(1));
    await change(two, key);
    await loading;
    expect(await one.cache.get(key)).toBeUndefined();
    expect(await two.cache.wrap(key, options, load)).toBe(2);
  });

  test('a load that was overtaken does not replace what came later', async () => {
    const old = one.cache.wrap(key, options, load);
    await eventually(() => expect(loads).toBe(1));
    await two.cache.delete(key);
    expect(await two.cache.wrap(key, options, async () => 'new')).toBe('new');
    expect(await old).toBe(1);
    expect(await one.cache.get(key)).toBe('new');
  });

  test('who has not loaded for long is replaced, and what they bring then is not kept', async () => {
    if (!one.redis) throw new Error('no connection');
    const store = redisStore(one.redis, '1', one.log);
    const lifetime = { freshMs: 60_000, staleMs: 0, tags };
    const first = await store.claim(key, lifetime);
    expect(await store.claim(key, lifetime)).toBeNull();
    const [right = ''] = await names(`cache:load:1:${key}`);
    expect(await redis.client.pTTL(right)).toBeGreaterThan(50_000);
    await redis.client.pExpire(right, 50_000);
    const second = await store.claim(key, lifetime);
    await first?.keep('1');
    expect(await store.read(key, tags)).toBeUndefined();
    await second?.keep('2');
    await first?.keep('1');
    expect((await store.read(key, tags))?.text).toBe('2');
  });

  test('what Redis has forgotten the loading of is not kept', async () => {
    const loading = one.cache.wrap(key, options, load);
    await eventually(() => expect(loads).toBe(1));
    await redis.client.unlink(await names(`cache:load:*:${key}`));
    expect(await loading).toBe(1);
    expect(await one.cache.get(key)).toBeUndefined();
  });

  test('a tag that Redis has dropped ends its values', async () => {
    await one.cache.wrap(key, options, load);
    await redis.client.unlink(`${redis.prefix}cache:tag:plants`);
    expect(await one.cache.wrap(key, options, load)).toBe(2);
  });

  test('another version of the server has values of its own, and the same tags', async () => {
    if (!one.redis) throw new Error('no connection');
    const next = redisStore(one.redis, '99.0.0', one.log);
    const lifetime = { freshMs: 60_000, staleMs: 0, tags };
    await (await next.claim(key, lifetime))?.keep('"next"');
    expect(await one.cache.get(key)).toBeUndefined();
    expect(await next.read(key, tags)).toEqual({ text: '"next"', isStale: false });
    await one.cache.invalidateTags('plants');
    expect(await next.read(key, tags)).toBeUndefined();
  });

  test('everything is under the prefix, and ends by itself', async () => {
    await one.cache.wrap(key, options, load);
    const all = await names('*');
    expect(all.length).toBeGreaterThan(2);
    for (const name of all) {
      const seconds = await redis.client.ttl(name);
      expect(seconds).toBeGreaterThan(-1);
      expect(seconds).toBeLessThan(300);
    }
    const [name = ''] = await names(`cache:value:*:${key}`);
    const leftMs = await redis.client.pTTL(name);
    expect(leftMs).toBeGreaterThan(50_000);
  });

  test.each([
    ['no entry', 'garbage'],
    ['an empty text', ''],
    ['a header of another form', '{"key":1}\n1'],
    ["somebody else's entry", '{"key":"other","staleMs":0,"tags":{}}\n1'],
    ['a value cut short', '{"key":"KEY","staleMs":0,"tags":{}}\n{"a":'],
  ])('%s in place of a value is a miss', async (_, text) => {
    await one.cache.wrap(key, options, load);
    const [name = ''] = await names(`cache:value:*:${key}`);
    await redis.client.set(name, text.replace('KEY', key));
    expect(await two.cache.get(key)).toBeUndefined();
    expect(await two.cache.wrap(key, options, load)).toBe(2);
    expect(await one.cache.get(key)).toBe(2);
  });

  test('keys of another type are misses, too', async () => {
    await one.cache.wrap(key, options, load);
    const [name = ''] = await names(`cache:value:*:${key}`);
    await redis.client.unlink(name);
    await redis.client.lPush(name, ['a', 'b']);
    expect(await two.cache.wrap(key, options, load)).toBe(2);
    await redis.client.unlink(name);
    await redis.client.lPush(name.replace(':value:', ':load:'), ['a', 'b']);
    expect(await two.cache.wrap(key, options, load)).toBe(3);
  });
});
