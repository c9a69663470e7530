import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { User } from '../../../src/contracts/users.ts';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { bearer, newTokens } from '../../helpers/new-tokens.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { testApp } from '../../helpers/test-app.ts';

const app = await testApp();
let jane: User;
let phone: Awaited<ReturnType<typeof newTokens>>;
let laptop: Awaited<ReturnType<typeof newTokens>>;

beforeEach(async () => {
  await resetDatabase(app);
  jane = await app.users.create({ email: 'jane@example.com', name: 'Jane' });
  phone = await newTokens(app, jane, 'phone');
  laptop = await newTokens(app, jane, 'laptop');
});
afterEach(() => {
  vi.useRealTimers();
});

const list = (tokens: { accessToken: string }) =>
  app.inject({ url: '/auth/sessions', headers: bearer(tokens) });
const post = (url: string, tokens: { accessToken: string }) =>
  app.inject({ method: 'POST', url, headers: bearer(tokens) });
const end = (id: string, headers: Record<string, string>) =>
  app.inject({ method: 'DELETE', url: `/auth/sessions/${id}`, headers });
const idOf = async (tokens: { accessToken: string }): Promise<string> =>
  (await list(tokens)).json().items.find(({ current }: { current: boolean }) => current).id;

test('people see where they are signed in, and nothing of others', async () => {
  await signIn(app);
  const { items } = (await list(phone)).json();
  expect(items).toHaveLength(2);
  expect(items).toContainEqual({
    id: expect.any(String),
    userAgent: 'phone',
    createdAt: expect.any(String),
    lastUsedAt: expect.any(String),
    expiresAt: expect.any(String),
    current: true,
  });
  expect(items).toContainEqual(expect.objectContaining({ userAgent: 'laptop', current: false }));
});

test('the name of a device is cut to a sensible length', async () => {
  await newTokens(app, jane, 'x'.repeat(5000));
  const { items } = (await list(phone)).json();
  expect(items[0].userAgent).toBe('x'.repeat(300));
});

describe('logging out', () => {
  test('ends this session at once: access token and refresh token', async () => {
    expect((await post('/auth/logout', phone)).statusCode).toBe(204);
    expectProblem(await list(phone), 401);
    const payload = { refreshToken: phone.refreshToken };
    expectProblem(await app.inject({ method: 'POST', url: '/auth/refresh', payload }), 401);
    expect((await list(laptop)).statusCode).toBe(200);
  });

  test('everywhere ends all sessions of this person only', async () => {
    const { headers } = await signIn(app);
    await list(laptop);
    expect((await post('/auth/logout-all', phone)).statusCode).toBe(204);
    expectProblem(await list(phone), 401);
    expectProblem(await list(laptop), 401);
    expect((await app.inject({ url: '/auth/sessions', headers })).statusCode).toBe(200);
  });

  test('takes an access token', async () => {
    for (const url of ['/auth/logout', '/auth/logout-all'])
      expectProblem(await app.inject({ method: 'POST', url }), 401);
  });
});

describe('ending one session', () => {
  test('signs that device out', async () => {
    const id = await idOf(laptop);
    expect((await end(id.toUpperCase(), bearer(phone))).statusCode).toBe(204);
    expectProblem(await list(laptop), 401);
    expect((await list(phone)).json().items).toHaveLength(1);
  });

  test("never reaches somebody else's", async () => {
    const { headers } = await signIn(app, { role: 'admin' });
    expectProblem(await end(await idOf(laptop), headers), 404, 'not-found');
    expect((await list(laptop)).statusCode).toBe(200);
  });

  test('needs an id', async () => {
    expectProblem(await end('not-an-id', bearer(phone)), 400, 'validation');
  });
});

test('a session that another process ended counts for some seconds more, and no longer', async () => {
  await list(phone);
  await app.db.execute(sql`delete from auth_sessions`);
  expect((await list(phone)).statusCode).toBe(200);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5_001 });
  expectProblem(await list(phone), 401);
});

test('a deleted user is signed out at once', async () => {
  await list(phone);
  await app.users.delete(jane.id);
  expectProblem(await list(phone), 401);
});
