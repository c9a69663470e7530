import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { User } from '../../../src/contracts/users.ts';
import type { AuthConfig } from '../../../src/modules/auth-jwt/auth-config.ts';
import { rotateRefreshToken } from '../../../src/modules/auth-jwt/rotate-refresh-token.ts';
import { later, setClockRight } from '../../helpers/clock.ts';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { testApp } from '../../helpers/test-app.ts';
import { bearer, newTokens } from './new-tokens.ts';

const app = await testApp();
const day = 86_400_000;
let jane: User;

beforeEach(async () => {
  await resetDatabase(app);
  jane = await app.users.create({ email: 'jane@example.com', name: 'Jane' });
});
afterEach(() => setClockRight(app));

const refresh = (refreshToken: unknown) =>
  app.inject({ method: 'POST', url: '/auth/refresh', payload: { refreshToken } });
const post = (url: string, headers: Record<string, string>) =>
  app.inject({ method: 'POST', url, headers });
const read = (tokens: { accessToken: string }) =>
  app.inject({ url: '/auth/sessions', headers: bearer(tokens) });
const count = async (table: string) => {
  const result: unknown = await app.db.execute(sql.raw(`select 1 from ${table}`));
  return (result as { rows: unknown[] }).rows.length;
};

test('a refresh token buys new tokens that work', async () => {
  const first = await newTokens(app, jane);
  const response = await refresh(first.refreshToken);

  expect(response.statusCode).toBe(200);
  expect(response.headers['cache-control']).toBe('no-store');
  const second = response.json();
  expect(second).toEqual({
    accessToken: expect.any(String),
    tokenType: 'Bearer',
    expiresIn: 900,
    refreshToken: expect.stringMatching(/^[\w-]{43}$/),
    refreshExpiresAt: expect.any(String),
  });
  expect(second.refreshToken).not.toBe(first.refreshToken);
  expect((await read(second)).statusCode).toBe(200);
});

test('a refresh token that comes a second time ends its session and no other', async () => {
  const stolen = await newTokens(app, jane);
  const other = await newTokens(app, jane);
  const renewed = (await refresh(stolen.refreshToken)).json();
  expect((await read(renewed)).statusCode).toBe(200);

  expectProblem(await refresh(stolen.refreshToken), 401, 'invalid-refresh-token');

  expectProblem(await refresh(renewed.refreshToken), 401, 'invalid-refresh-token');
  expectProblem(await read(renewed), 401);
  expect((await read(other)).statusCode).toBe(200);
});

test('of refreshes at the same time one wins, and the reuse ends the session', async () => {
  const { refreshToken } = await newTokens(app, jane);
  const responses = await Promise.all(Array.from({ length: 8 }, () => refresh(refreshToken)));

  const winners = responses.filter(({ statusCode }) => statusCode === 200);
  expect(winners).toHaveLength(1);
  expect(responses.filter(({ statusCode }) => statusCode === 401)).toHaveLength(7);
  expectProblem(await refresh(winners[0]?.json().refreshToken), 401);
});

test.each([
  ['log-out', (headers: Record<string, string>) => post('/auth/logout', headers)],
  ['log-out everywhere', (headers: Record<string, string>) => post('/auth/logout-all', headers)],
])('after %s a refresh token buys nothing', async (_, end) => {
  const tokens = await newTokens(app, jane);
  expect((await end(bearer(tokens))).statusCode).toBe(204);
  expectProblem(await refresh(tokens.refreshToken), 401, 'invalid-refresh-token');
});

test('the database holds no refresh token that could be used', async () => {
  const { refreshToken } = await newTokens(app, jane);
  const result: unknown = await app.db.execute(sql`select hash from auth_refresh_tokens`);
  const [stored] = (result as { rows: { hash: string }[] }).rows;
  expect(stored?.hash).not.toBe(refreshToken);
  expectProblem(await refresh(stored?.hash), 401);
});

test.each(['', 'x'.repeat(201), 7, null, undefined, {}])(
  'a refresh token like %j is not valid input',
  async (token) => {
    expectProblem(await refresh(token), 400, 'validation');
  },
);

test('a refresh token that nobody issued is refused', async () => {
  expectProblem(await refresh('x'.repeat(43)), 401, 'invalid-refresh-token');
});

test('an access token ends after its minutes, also one that was used before', async () => {
  const tokens = await newTokens(app, jane);
  expect((await read(tokens)).statusCode).toBe(200);
  later(890_000);
  expect((await read(tokens)).statusCode).toBe(200);
  later(20_000);
  expectProblem(await read(tokens), 401);
});

test('a session that is not refreshed for long ends', async () => {
  const { refreshToken } = await newTokens(app, jane);
  later(31 * day);
  expectProblem(await refresh(refreshToken), 401);
});

test('an expired token is refused also while it waits to be deleted', async () => {
  const { refreshToken } = await newTokens(app, jane);
  later(31 * day);
  const config = { SESSION_IDLE_DAYS: 30 } as AuthConfig;
  const rotation = await rotateRefreshToken(app.db, refreshToken, config);
  expect(rotation).toEqual({ outcome: 'unknown' });
});

test('a session that is refreshed goes on, but not for ever', async () => {
  let { refreshToken } = await newTokens(app, jane);
  for (const _month of [1, 2, 3]) {
    later(29 * day);
    refreshToken = (await refresh(refreshToken)).json().refreshToken;
    expect(refreshToken).toBeDefined();
  }
  later(4 * day);
  expectProblem(await refresh(refreshToken), 401);
});

test('expired sessions and tokens leave the database when others come', async () => {
  await newTokens(app, jane);
  later(31 * day);
  await newTokens(app, jane);
  expect([await count('auth_sessions'), await count('auth_refresh_tokens')]).toEqual([1, 1]);
});

test('somebody has at most 50 sessions: the longest unused makes room', async () => {
  const [first] = [await newTokens(app, jane)];
  for (let i = 0; i < 50; i++) await newTokens(app, jane);
  expect(await count('auth_sessions')).toBe(50);
  expectProblem(await refresh(first?.refreshToken), 401);
});
