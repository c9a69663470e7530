import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { later, setClockRight } from '../../helpers/clock.ts';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { goodPassword, newAccount } from '../../helpers/new-account.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { testApp } from '../../helpers/test-app.ts';

const app = await testApp();

beforeEach(async () => {
  await resetDatabase(app);
  await newAccount(app, 'jane@example.com');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await setClockRight(app);
});

const login = (password: string, email = 'jane@example.com', remoteAddress = '192.0.2.1') =>
  app.inject({ method: 'POST', url: '/auth/login', payload: { email, password }, remoteAddress });
async function fail(times: number, email?: string, remoteAddress?: string) {
  for (let i = 0; i < times; i++)
    expect((await login('wrong wrong wrong', email, remoteAddress)).statusCode).toBe(401);
}
const loginFrom = (remoteAddress: string) => login(goodPassword, 'jane@example.com', remoteAddress);
const failFrom = (remoteAddress: string, times = 5) =>
  fail(times, 'jane@example.com', remoteAddress);

test('after five wrong passwords even the right one must wait', async () => {
  await fail(5);
  const response = await login(goodPassword);
  expectProblem(response, 429, 'too-many-attempts');
  expect(Number(response.headers['retry-after'])).toBeGreaterThan(25);
  expect(Number(response.headers['retry-after'])).toBeLessThanOrEqual(30);
  later(31_000);
  expect((await login(goodPassword)).statusCode).toBe(200);
});

test('each further failure doubles the wait, up to a quarter of an hour', async () => {
  await fail(5);
  for (const wait of [30, 60, 120, 240, 480, 900, 900]) {
    const { headers } = await login(goodPassword);
    expect(Number(headers['retry-after'])).toBeGreaterThan(wait - 5);
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(wait);
    later((wait + 1) * 1_000);
    await fail(1);
  }
});

test('attempts during the lock neither count nor try a password', async () => {
  await fail(5);
  const verify = vi.spyOn(app.passwords, 'verify');
  for (let i = 0; i < 5; i++) expectProblem(await login(goodPassword), 429);
  expect(verify).not.toHaveBeenCalled();
  later(31_000);
  expect((await login(goodPassword)).statusCode).toBe(200);
});

test('a success forgets the failures before it', async () => {
  await fail(4);
  expect((await login(goodPassword)).statusCode).toBe(200);
  await fail(4);
  expect((await login(goodPassword)).statusCode).toBe(200);
});

test('an address without account locks just the same', async () => {
  await fail(5, 'nobody@example.com');
  expectProblem(await login(goodPassword, 'NOBODY@example.com'), 429, 'too-many-attempts');
});

test('the lock of one account leaves others alone', async () => {
  await newAccount(app, 'john@example.com');
  await fail(5);
  expect((await login(goodPassword, 'john@example.com')).statusCode).toBe(200);
});

describe('other clients', () => {
  const stranger = '198.51.100.7';

  test('still get in, however long one stranger goes on guessing', async () => {
    await failFrom(stranger);
    for (let n = 0; n < 60; n++) {
      later(901_000);
      await failFrom(stranger, 1);
    }
    expectProblem(await loginFrom(stranger), 429);
    expect((await loginFrom('192.0.2.1')).statusCode).toBe(200);
  }, 60_000);

  test('are locked out, too, where ten of them guess', async () => {
    for (let n = 1; n < 10; n++) await failFrom(`198.51.100.${n}`);
    await failFrom(stranger.replace('7', '10'), 4);
    expect((await loginFrom('192.0.2.1')).statusCode).toBe(200);
    for (let n = 1; n <= 10; n++) await failFrom(`203.0.113.${n}`);
    const response = await loginFrom('192.0.2.1');
    expectProblem(response, 429, 'too-many-attempts');
    expect(Number(response.headers['retry-after'])).toBeLessThanOrEqual(30);
    later(31_000);
    await failFrom('203.0.113.11', 1);
    expect(Number((await loginFrom('192.0.2.1')).headers['retry-after'])).toBeGreaterThan(55);
  }, 60_000);

  test('are those of another network: addresses of one /64 are one client', async () => {
    await failFrom('2001:db8:1:2::7');
    expectProblem(await loginFrom('2001:db8:1:2:ffff::8'), 429);
    expect((await loginFrom('2001:db8:1:3::7')).statusCode).toBe(200);
  });
});

test('guesses made at once do not slip through together', async () => {
  const verify = vi.spyOn(app.passwords, 'verify');
  const guesses = Array.from({ length: 20 }, (_, n) => login(`guess number ${n}`));
  const statuses = (await Promise.all(guesses)).map(({ statusCode }) => statusCode);
  expect(statuses.filter((status) => status === 401)).toHaveLength(5);
  expect(statuses.filter((status) => status === 429)).toHaveLength(15);
  expect(verify).toHaveBeenCalledTimes(5);
});

test('old failures leave the database', async () => {
  await fail(1, 'nobody@example.com');
  later(86_401_000);
  await fail(1);
  const result: unknown = await app.db.execute(sql`select distinct account from auth_attempts`);
  expect((result as { rows: unknown[] }).rows).toHaveLength(1);
});

test('the database does not hold the addresses that were tried', async () => {
  await fail(1, 'nobody@example.com');
  const result: unknown = await app.db.execute(sql`select * from auth_attempts`);
  expect(JSON.stringify(result)).not.toMatch(/nobody|192\.0\.2\.1/);
});
