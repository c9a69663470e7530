import { beforeEach, expect, test } from 'vitest';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { goodPassword } from '../../helpers/new-account.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { sessionHeaders } from '../../helpers/session-headers.ts';
import { testApp } from '../../helpers/test-app.ts';

const app = await testApp();
const jane = { email: 'Jane@Example.com', password: goodPassword, name: 'Jane' };

beforeEach(() => resetDatabase(app));

const register = (changes: object = {}) =>
  app.inject({ method: 'POST', url: '/auth/register', payload: { ...jane, ...changes } });

test('signing up makes a member and signs in', async () => {
  const response = await register();
  expect(response.statusCode).toBe(201);
  expect(response.headers['cache-control']).toBe('no-store');
  const headers = sessionHeaders(response);
  expect((await app.inject({ url: '/users/me', headers })).json()).toMatchObject({
    email: 'jane@example.com',
    name: 'Jane',
    role: 'member',
  });
});

test('who signed up can sign in', async () => {
  await register();
  const { email, password } = jane;
  const payload = { email, password };
  const response = await app.inject({ method: 'POST', url: '/auth/login', payload });
  expect(response.statusCode).toBe(200);
});

test('wrong passwords from before there was an account lock nobody out of it', async () => {
  const login = (password: string) =>
    app.inject({ method: 'POST', url: '/auth/login', payload: { email: jane.email, password } });
  for (let n = 0; n < 5; n++) await login('wrong wrong wrong');
  expectProblem(await login(goodPassword), 429);
  await register();
  expect((await login(goodPassword)).statusCode).toBe(200);
});

test('an address serves for one account, also when asked for twice at once', async () => {
  const responses = await Promise.all([register(), register({ email: 'jane@example.com' })]);
  expect(responses.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
  expectProblem(await register(), 409, 'email-taken');
});

test.each([
  ['role', { role: 'admin' }],
  ['id', { id: '019370c8-0000-7000-8000-000000000000' }],
  ['empty name', { name: ' ' }],
  ['name with NUL', { name: 'a\u0000b' }],
  ['name too long', { name: 'x'.repeat(101) }],
  ['no name', { name: undefined }],
  ['no address', { email: undefined }],
  ['broken address', { email: 'jane@' }],
  ['address too long', { email: `${'x'.repeat(250)}@example.com` }],
  ['short password', { password: 'short pass.' }],
  ['long password', { password: 'x'.repeat(129) }],
  ['password that is a number', { password: 123_456_789_012 }],
])('a registration with %s is refused', async (_, changes) => {
  expectProblem(await register(changes), 400, 'validation');
});

test('a password that is guessed first is refused', async () => {
  expectProblem(await register({ password: 'Password1234' }), 400, 'weak-password');
  expect(await app.users.findByEmail(jane.email)).toBeNull();
});
