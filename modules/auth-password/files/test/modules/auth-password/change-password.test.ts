import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { goodPassword, newAccount } from '../../helpers/new-account.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { sessionHeaders } from '../../helpers/session-headers.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { testApp } from '../../helpers/test-app.ts';

const app = await testApp();
const otherPassword = 'iron fork over the sun';
let headers: Record<string, string>;

const post = (url: string, payload: object, own = {}) =>
  app.inject({ method: 'POST', url, payload, headers: own });
const login = (password: string) => post('/auth/login', { email: 'jane@example.com', password });
const change = (currentPassword: unknown, newPassword: unknown, own = headers) =>
  post('/auth/change-password', { currentPassword, newPassword }, own);

beforeEach(async () => {
  await resetDatabase(app);
  await newAccount(app);
  headers = sessionHeaders(await login(goodPassword));
});

afterEach(() => {
  vi.restoreAllMocks();
});

test('the new password replaces the old one', async () => {
  expect((await change(goodPassword, otherPassword)).statusCode).toBe(200);
  expect((await login(goodPassword)).statusCode).toBe(401);
  expect((await login(otherPassword)).statusCode).toBe(200);
});

test('all sessions end but the new one that comes back', async () => {
  const elsewhere = sessionHeaders(await login(goodPassword));
  const fresh = sessionHeaders(await change(goodPassword, otherPassword));
  const read = (own: Record<string, string>) => app.inject({ url: '/auth/sessions', headers: own });
  expectProblem(await read(headers), 401);
  expectProblem(await read(elsewhere), 401);
  expect((await read(fresh)).json().items).toHaveLength(1);
});

test('a password does not change without the end of the sessions', async () => {
  vi.spyOn(app.sessions, 'endAll').mockImplementationOnce(async (_, first) =>
    app.db.transaction(async (tx) => {
      await first?.(tx);
      throw new Error('the power is off');
    }),
  );
  expectProblem(await change(goodPassword, otherPassword), 500);
  expect((await login(otherPassword)).statusCode).toBe(401);
  expect((await login(goodPassword)).statusCode).toBe(200);
});

test('it takes the current password, and guessing it locks', async () => {
  for (let i = 0; i < 5; i++)
    expectProblem(await change('not the current one', otherPassword), 401, 'invalid-credentials');
  expectProblem(await change(goodPassword, otherPassword), 429, 'too-many-attempts');
});

test('it takes a strong password', async () => {
  expectProblem(await change(goodPassword, 'short'), 400, 'validation');
  expectProblem(await change(goodPassword, 'password1234'), 400, 'weak-password');
  expect((await login(goodPassword)).statusCode).toBe(200);
});

test('somebody without password cannot change it', async () => {
  const { headers: own } = await signIn(app);
  expectProblem(await change(goodPassword, otherPassword, own), 401, 'invalid-credentials');
});

test('it takes somebody who is signed in', async () => {
  expectProblem(await change(goodPassword, otherPassword, {}), 401, 'unauthenticated');
});
