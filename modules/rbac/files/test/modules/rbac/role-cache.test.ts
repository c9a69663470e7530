import { expect, test, vi } from 'vitest';
import { roleCache } from '../../../src/modules/rbac/role-cache.ts';

test('the roles of a user are asked for once while they are fresh', async () => {
  const load = vi.fn(async (userId: string) => [`role of ${userId}`]);
  const cache = roleCache(5, load);
  await Promise.all([cache.get('a'), cache.get('a'), cache.get('b')]);
  expect(await cache.get('a')).toEqual(['role of a']);
  expect(load).toHaveBeenCalledTimes(2);
});

test('after the seconds they are asked for again', async () => {
  vi.useFakeTimers();
  const load = vi.fn(async () => ['editor']);
  const cache = roleCache(5, load);
  await cache.get('a');
  vi.advanceTimersByTime(4_999);
  await cache.get('a');
  expect(load).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  await cache.get('a');
  expect(load).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});

test('what is forgotten while it loads does not come back', async () => {
  const answers = [['editor'], []];
  const cache = roleCache(5, async () => answers.shift() ?? []);
  const before = cache.get('a');
  cache.forget('a');
  expect([await before, await cache.get('a')]).toEqual([['editor'], []]);
});

test('a failure is not remembered', async () => {
  const load = vi
    .fn()
    .mockRejectedValueOnce(new Error('no database'))
    .mockResolvedValue(['editor']);
  const cache = roleCache(5, load);
  await expect(cache.get('a')).rejects.toThrow('no database');
  expect(await cache.get('a')).toEqual(['editor']);
});

test('of very many users the oldest is forgotten', async () => {
  const load = vi.fn(async () => []);
  const cache = roleCache(5, load);
  for (let n = 0; n <= 10_000; n += 1) await cache.get(`user ${n}`);
  await cache.get('user 10000');
  expect(load).toHaveBeenCalledTimes(10_001);
  await cache.get('user 0');
  expect(load).toHaveBeenCalledTimes(10_002);
});
