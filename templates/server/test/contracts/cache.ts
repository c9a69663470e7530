import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Cache } from '../../src/contracts/cache.ts';
import { eventually } from '../helpers/eventually.ts';

/** What a provider of `cache` must do, wherever it keeps values. Its own tests call this. */
export function cacheContract({ start }: { start(): Promise<FastifyInstance> }) {
  describe('the contract of cache', () => {
    let app: FastifyInstance;
    let cache: Cache;
    let loads = 0;
    let n = 0;
    let key: string;

    beforeAll(async () => {
      app = await start();
      cache = app.cache;
    });
    afterAll(() => app.close());
    beforeEach(() => {
      loads = 0;
      n += 1;
      key = `key ${n}`;
    });

    /** Counts how often it loads. */
    const load = async () => {
      loads += 1;
      return { load: loads, at: new Date(0) };
    };
    const options = { seconds: 60 };

    test('a value is loaded once, and is the same JSON from the first time on', async () => {
      const value = { load: 1, at: '1970-01-01T00:00:00.000Z' };
      expect(await cache.wrap(key, options, load)).toEqual(value);
      expect(await cache.wrap(key, options, load)).toEqual(value);
      expect(await cache.get(key)).toEqual(value);
      expect(loads).toBe(1);
    });

    test('200 who ask at the same time cause one load, and each gets a copy', async () => {
      const slow = async () => {
        await sleep(30);
        return load();
      };
      const asking = Array.from({ length: 200 }, () => cache.wrap(key, options, slow));
      const [first, second, ...others] = await Promise.all(asking);
      if (first) first.load = 99;
      expect(second?.load).toBe(1);
      expect(others.every((value) => value.load === 1)).toBe(true);
      expect((await cache.wrap(key, options, load)).load).toBe(1);
      expect(loads).toBe(1);
    });

    test('an error goes to all who wait, and is not kept', async () => {
      const fail = async () => {
        loads += 1;
        await sleep(10);
        throw new Error(`failure ${loads}`);
      };
      const [one, two] = await Promise.allSettled([
        cache.wrap(key, options, fail),
        cache.wrap(key, options, fail),
      ]);
      expect(one).toMatchObject({ reason: new Error('failure 1') });
      expect(two).toEqual(one);
      expect((await cache.wrap(key, options, load)).load).toBe(2);
    });

    test('undefined is not kept, null is', async () => {
      const found = async (value?: null) => {
        loads += 1;
        return value;
      };
      expect(await cache.wrap(key, options, () => found())).toBeUndefined();
      expect(await cache.wrap(key, options, () => found(null))).toBeNull();
      expect(await cache.wrap(key, options, load)).toBeNull();
      expect(loads).toBe(2);
    });

    test('what JSON cannot say is an error of whoever loads it', async () => {
      await expect(cache.wrap(key, options, async () => 1n)).rejects.toThrow(TypeError);
      expect((await cache.wrap(key, options, load)).load).toBe(1);
    });

    test('values are set, read and deleted', async () => {
      expect(await cache.get(key)).toBeUndefined();
      await cache.set(key, { a: 1 }, options);
      await cache.set(key, { a: 2 }, options);
      expect(await cache.get(key)).toEqual({ a: 2 });
      await cache.delete(key);
      expect(await cache.get(key)).toBeUndefined();
    });

    test('a value over 1 MB is given out and not kept', async () => {
      const large = async () => {
        loads += 1;
        return 'x'.repeat(1_048_576);
      };
      await cache.wrap(key, options, large);
      expect(await cache.wrap(key, options, large)).toHaveLength(1_048_576);
      expect(loads).toBe(2);
    });

    test.each([
      ['a value', (tagged: string) => cache.delete(tagged)],
      ['a tag', () => cache.invalidateTags('moving')],
    ])('what loads while %s is removed is not kept', async (_, remove) => {
      const tags = ['moving'];
      const { promise: gate, resolve: open } = Promise.withResolvers<void>();
      const before = cache.wrap(key, { seconds: 60, tags }, async () => {
        const [value] = await Promise.all([load(), gate]);
        return value;
      });
      await eventually(() => expect(loads).toBe(1));
      await remove(key);
      const after = cache.wrap(key, { seconds: 60, tags }, load);
      await sleep(20);
      open();
      expect((await before).load).toBe(1);
      expect((await after).load).toBe(2);
      expect((await cache.wrap(key, { seconds: 60, tags }, load)).load).toBe(2);
    });

    test.each([
      ['brought nothing', async () => undefined],
      ['failed', () => Promise.reject(new Error('no luck'))],
      ['brought too much', async () => 'x'.repeat(1_048_576)],
    ])('a removed value does not come back after a load that %s', async (_, later) => {
      const { promise: gate, resolve: open } = Promise.withResolvers<void>();
      const before = cache.wrap(key, options, async () => {
        const [value] = await Promise.all([load(), gate]);
        return value;
      });
      await eventually(() => expect(loads).toBe(1));
      await cache.delete(key);
      await cache.wrap<unknown>(key, options, later).catch(() => undefined);
      open();
      expect((await before).load).toBe(1);
      expect(await cache.get(key)).toBeUndefined();
    });

    test('invalidating a tag ends its values and no others', async () => {
      const [one, two, three] = [`${key} 1`, `${key} 2`, `${key} 3`];
      await cache.wrap(one, { seconds: 60, tags: ['red', 'round'] }, load);
      await cache.wrap(two, { seconds: 60, tags: ['red', '__proto__'] }, load);
      await cache.wrap(three, { seconds: 60, tags: ['blue'] }, load);
      await cache.invalidateTags('round');
      expect(await cache.get(one)).toBeUndefined();
      expect(await cache.get(two)).toMatchObject({ load: 2 });
      await cache.invalidateTags('__proto__', 'unknown');
      expect(await cache.get(two)).toBeUndefined();
      expect(await cache.get(three)).toMatchObject({ load: 3 });
      await cache.invalidateTags();
    });

    test('tags are those with which a value was loaded, whatever the reader expects', async () => {
      await cache.wrap(key, { seconds: 60, tags: ['sweet'] }, load);
      expect((await cache.wrap(key, { seconds: 60, tags: ['sour'] }, load)).load).toBe(1);
      await cache.invalidateTags('sweet');
      expect((await cache.wrap(key, { seconds: 60, tags: ['sour'] }, load)).load).toBe(2);
    });

    test('a value ends', async () => {
      await cache.wrap(key, { seconds: 0.2 }, load);
      await eventually(async () => expect(await cache.get(key)).toBeUndefined());
      expect((await cache.wrap(key, { seconds: 0.2 }, load)).load).toBe(2);
    });

    test('a stale value is given out while one load replaces it', async () => {
      const stale = { seconds: 0.2, staleSeconds: 60 };
      await cache.wrap(key, stale, load);
      await eventually(async () => expect(await cache.get(key)).toBeUndefined());
      const old = await Promise.all(
        Array.from({ length: 20 }, () => cache.wrap(key, { seconds: 60, staleSeconds: 60 }, load)),
      );
      expect(old.every((value) => value.load === 1)).toBe(true);
      await eventually(async () => expect(await cache.get(key)).toMatchObject({ load: 2 }));
    });

    test('a stale value outlives loads that fail, but not its tags', async () => {
      const stale = { seconds: 0.2, staleSeconds: 60, tags: [key] };
      const fail = async (): Promise<{ load: number }> => {
        loads += 1;
        throw new Error('the database is away');
      };
      await cache.wrap(key, stale, load);
      await eventually(async () => expect(await cache.get(key)).toBeUndefined());
      expect(await cache.wrap(key, stale, fail)).toMatchObject({ load: 1 });
      await eventually(() => expect(loads).toBe(2));
      expect(await cache.wrap(key, stale, fail)).toMatchObject({ load: 1 });
      await cache.invalidateTags(key);
      await expect(cache.wrap(key, stale, fail)).rejects.toThrow('the database is away');
    });

    test.each(['__proto__', 'with\nbreak', 'ключ', '', 'x'.repeat(5_000)])(
      'any text is a key',
      async (odd) => {
        await cache.set(odd, odd, options);
        expect(await cache.get(odd)).toBe(odd);
        await cache.delete(odd);
      },
    );

    test.each([
      { seconds: -1 },
      { seconds: Number.NaN },
      { seconds: Infinity },
      { seconds: 1, staleSeconds: -1 },
    ])('%j is no lifetime', async (wrong) => {
      await expect(cache.wrap(key, wrong, load)).rejects.toThrow(RangeError);
      await expect(cache.set(key, 1, wrong)).rejects.toThrow(RangeError);
      expect(loads).toBe(0);
    });
  });
}
