import { parseOptions } from '@node-rs/argon2';
import { expect, test } from 'vitest';
import { passwordHasher } from '../../../src/modules/auth-password/password-hasher.ts';

const password = 'wooden spoon under moon';
const limits = { LOGIN_MAX_FAILURES: 5, LOGIN_LOCK_SECONDS: 30, LOGIN_LOCK_MAX_SECONDS: 900 };
const costs = { ARGON2_MEMORY_KIB: 32_768, ARGON2_ITERATIONS: 10 };

test('without a hash to compare with, argon2 works as hard and says no', async () => {
  const hasher = await passwordHasher({ PASSWORD_MIN_LENGTH: 12, ...limits, ...costs });
  const used = parseOptions(hasher.nobodys);
  expect(used).toMatchObject({ memoryCost: 32_768, timeCost: 10 });
  expect(used).toEqual(parseOptions(await hasher.hash(password)));

  const start = performance.now();
  expect(await hasher.verify(undefined, password)).toBe(false);
  // Ten passes over 32 MiB take longer on any machine.
  expect(performance.now() - start).toBeGreaterThan(20);
});
