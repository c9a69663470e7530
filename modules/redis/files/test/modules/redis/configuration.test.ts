import { expect, test } from 'vitest';
import { redisApp } from '../../helpers/redis-app.ts';

test('without REDIS_URL there is no connection, and production says what that means', async () => {
  const { app, logged } = await redisApp({ NODE_ENV: 'production' });
  expect(app.redis).toBeNull();
  expect(logged).toEqual(['REDIS_URL is not set: this process shares nothing with others']);
  await app.close();
  const elsewhere = await redisApp({});
  expect(elsewhere.app.redis).toBeNull();
  expect(elsewhere.logged).toEqual([]);
  await elsewhere.app.close();
});

test.each([
  'http://:hunter2@127.0.0.1',
  'redis://:hunter2@127.0.0.1:port',
  'redis://:hunter2@127.0.0.1/users',
  'redis://:hunter2%zz@127.0.0.1',
  'redis://',
])('what is no address of a Redis is refused without showing the password: %s', async (url) => {
  const error = await redisApp({ REDIS_URL: url }).catch((e) => e);
  expect(error.name).toBe('ConfigError');
  expect(error.message).toMatch(
    /^The environment variable REDIS_URL must be an address like .*\.$/,
  );
  expect(error.message).not.toContain('hunter2');
});

test.each(['{}', 'a b', '*', 'x'.repeat(65)])('REDIS_PREFIX %j is refused', async (prefix) => {
  const starting = redisApp({ REDIS_PREFIX: prefix });
  await expect(starting).rejects.toThrow(
    'The environment variable REDIS_PREFIX must be 1 to 64 letters, digits, or any of _ . : -.',
  );
});
