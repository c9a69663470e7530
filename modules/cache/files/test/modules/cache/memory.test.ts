import { expect, test } from 'vitest';
import cachePlugin from '../../../src/modules/cache/index.ts';
import { cacheContract } from '../../contracts/cache.ts';
import { redisApp } from '../../helpers/redis-app.ts';

const start = async (env: NodeJS.ProcessEnv = {}) => (await redisApp(env, [cachePlugin])).app;

cacheContract({ start });

test('of more entries than there is room for, those longest unused go', async () => {
  const app = await start({ CACHE_MAX_ENTRIES: '3' });
  for (const key of ['a', 'b', 'c']) await app.cache.set(key, key, { seconds: 60 });
  await app.cache.get('a');
  await app.cache.set('d', 'd', { seconds: 60 });
  const kept = await Promise.all(['a', 'b', 'c', 'd'].map((key) => app.cache.get(key)));
  expect(kept).toEqual(['a', undefined, 'c', 'd']);
  await app.close();
});

test('values take no more memory than they may', async () => {
  const app = await start({ CACHE_MAX_MB: '1' });
  const text = 'x'.repeat(100_000);
  const keys = Array.from({ length: 20 }, (_, n) => `key ${n}`);
  for (const key of keys) await app.cache.set(key, text, { seconds: 60, tags: ['all'] });
  const kept = (await Promise.all(keys.map((key) => app.cache.get(key)))).map(Boolean);
  expect(kept.filter(Boolean)).toHaveLength(5);
  expect(kept.slice(-5)).toEqual(Array(5).fill(true));
  await app.close();
});

test('tags that made room for others end their values', async () => {
  const app = await start({ CACHE_MAX_ENTRIES: '2' });
  const tags = (from: number) => Array.from({ length: 8 }, (_, n) => `tag ${from + n}`);
  await app.cache.set('old', 1, { seconds: 60, tags: tags(0) });
  await app.cache.set('new', 2, { seconds: 60, tags: tags(8) });
  expect(await app.cache.get('old')).toBeUndefined();
  expect(await app.cache.get('new')).toBe(2);
  await app.close();
});

test('each process has values of its own', async () => {
  const [one, two] = [await start(), await start()];
  await one.cache.set('key', 1, { seconds: 60 });
  expect(await two.cache.get('key')).toBeUndefined();
  await one.close();
  await two.close();
});

test('a server that stops waits for what it loads', async () => {
  const app = await start();
  const done: string[] = [];
  void app.cache.wrap('key', { seconds: 60 }, async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    done.push('loaded');
  });
  await app.close();
  expect(done).toEqual(['loaded']);
});
