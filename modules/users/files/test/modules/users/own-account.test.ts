import { beforeEach, expect, test } from 'vitest';
import { users } from '../../../src/modules/users/table.ts';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { testApp } from '../../helpers/test-app.ts';

const app = await testApp();
let jane: Awaited<ReturnType<typeof signIn>>;

beforeEach(async () => {
  await resetDatabase(app);
  jane = await signIn(app, { email: 'jane@example.com' });
});

const me = (method: 'GET' | 'PATCH' | 'DELETE', payload?: object) =>
  app.inject({ method, url: '/users/me', headers: jane.headers, ...(payload && { payload }) });

test('people read their own account', async () => {
  const response = await me('GET');
  expect(response.statusCode).toBe(200);
  expect(response.json()).toEqual({
    id: jane.userId,
    email: 'jane@example.com',
    name: expect.any(String),
    role: 'member',
    createdAt: expect.any(String),
    updatedAt: expect.any(String),
  });
});

test('people change their name', async () => {
  expect((await me('PATCH', { name: 'Jane Doe' })).json()).toMatchObject({ name: 'Jane Doe' });
  expect((await me('GET')).json()).toMatchObject({ name: 'Jane Doe' });
});

test.each([
  { role: 'admin' },
  { name: 'Jane', role: 'admin' },
  { name: 'Jane', id: '019370c8-0000-7000-8000-000000000000' },
  { name: 'Jane', email: 'other@example.com' },
  { name: '' },
  { name: '   ' },
  { name: 'a\u0000b' },
  { name: 'x'.repeat(101) },
  { name: 7 },
  {},
])('the change %j is refused', async (change) => {
  expectProblem(await me('PATCH', change), 400, 'validation');
  expect((await me('GET')).json()).toMatchObject({ role: 'member', email: 'jane@example.com' });
});

test('people delete their account, and it is gone', async () => {
  expect((await me('DELETE')).statusCode).toBe(204);
  expect(await app.users.findById(jane.userId)).toBeNull();
  expectProblem(await me('GET'), 401);
});

test('the only admin does not leave', async () => {
  const { userId, headers } = await signIn(app, { role: 'admin' });
  const leave = () => app.inject({ method: 'DELETE', url: '/users/me', headers });
  expectProblem(await leave(), 409, 'last-admin');
  expect(await app.users.findById(userId)).toMatchObject({ role: 'admin' });
  await app.users.update(jane.userId, { role: 'admin' });
  expect((await leave()).statusCode).toBe(204);
});

test('somebody whose account vanished meanwhile finds nothing', async () => {
  expect((await me('GET')).statusCode).toBe(200);
  await app.db.delete(users);
  expectProblem(await me('GET'), 404, 'not-found');
  expectProblem(await me('PATCH', { name: 'Jane' }), 404, 'not-found');
});

test('strangers have no account', async () => {
  for (const method of ['GET', 'PATCH', 'DELETE'] as const)
    expectProblem(await app.inject({ method, url: '/users/me' }), 401);
});
