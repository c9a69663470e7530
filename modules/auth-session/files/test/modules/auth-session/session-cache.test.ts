import { expect, test, vi } from 'vitest';
import { boundedMap } from '../../../src/modules/auth-session/bounded-map.ts';
import { sessionCache } from '../../../src/modules/auth-session/session-cache.ts';

test('an answer is asked for once while it is fresh', async () => {
  const load = vi.fn(async (id: string) => `session ${id}`);
  const cache = sessionCache(5, load);
  expect(await Promise.all([cache.get('a'), cache.get('a'), cache.get('b')])).toEqual([
    'session a',
    'session a',
    'session b',
  ]);
  expect(load).toHaveBeenCalledTimes(2);
});

test('zero seconds ask each time', async () => {
  const load = vi.fn(async () => 'session');
  const cache = sessionCache(0, load);
  await cache.get('a');
  await cache.get('a');
  expect(load).toHaveBeenCalledTimes(2);
});

test('what is forgotten while it loads does not come back', async () => {
  const answers = ['before', 'after'];
  const cache = sessionCache(5, async () => answers.shift() ?? null);
  const before = cache.get('a');
  cache.forget('a');
  expect([await before, await cache.get('a')]).toEqual(['before', 'after']);
});

test('tokens that open nothing do not fill it', async () => {
  const load = vi.fn(async () => null);
  const cache = sessionCache(5, load);
  expect([await cache.get('a'), await cache.get('a')]).toEqual([null, null]);
  expect(load).toHaveBeenCalledTimes(2);
});

test('a failure is not remembered', async () => {
  const load = vi.fn().mockRejectedValueOnce(new Error('no database')).mockResolvedValue('session');
  const cache = sessionCache(5, load);
  await expect(cache.get('a')).rejects.toThrow('no database');
  expect(await cache.get('a')).toBe('session');
});

test('a full map forgets its oldest entry', () => {
  const map = boundedMap<string, number>(2);
  map.set('a', 1);
  map.set('b', 2);
  map.set('a', 3);
  map.set('c', 4);
  expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([3, undefined, 4]);
});
