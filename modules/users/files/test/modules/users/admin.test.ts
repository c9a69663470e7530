import { beforeEach, describe, expect, test } from 'vitest';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { testApp } from '../../helpers/test-app.ts';

const app = await testApp();
const nobody = '019370c8-0000-7000-8000-000000000000';
let admin: Awaited<ReturnType<typeof signIn>>;
let member: Awaited<ReturnType<typeof signIn>>;

beforeEach(async () => {
  await resetDatabase(app);
  admin = await signIn(app, { role: 'admin' });
  member = await signIn(app);
});

const get = (url: string, { headers } = admin) => app.inject({ url, headers });
const setRole = (id: string, payload: object, { headers } = admin) =>
  app.inject({ method: 'PATCH', url: `/users/${id}`, headers, payload });

describe('the list of users', () => {
  const create = (n: number) => app.users.create({ email: `more-${n}@example.com`, name: 'More' });

  test('comes in pages that lead to each other', async () => {
    for (const n of [1, 2, 3]) await create(n);
    const first = (await get('/users?limit=2')).json();
    const second = (await get(`/users?limit=2&cursor=${first.nextCursor}`)).json();
    const third = (await get(`/users?limit=2&cursor=${second.nextCursor}`)).json();
    expect([first, second, third].map(({ items }) => items.length)).toEqual([2, 2, 1]);
    expect(third.nextCursor).toBeNull();
    const all = [first, second, third].flatMap(({ items }) =>
      items.map((u: { id: string }) => u.id),
    );
    expect(new Set(all).size).toBe(5);
    expect(all.slice(0, 2)).toEqual([admin.userId, member.userId]);
  });

  test('neither repeats nor skips when users come and go between pages', async () => {
    for (const n of [1, 2]) await create(n);
    const first = (await get('/users?limit=2')).json();
    await app.users.delete(member.userId);
    await create(3);
    const rest = (await get(`/users?cursor=${first.nextCursor}`)).json();
    const emails = rest.items.map(({ email }: { email: string }) => email);
    expect(emails).toEqual(['more-1@example.com', 'more-2@example.com', 'more-3@example.com']);
  });

  test.each(['limit=0', 'limit=101', 'limit=x', 'cursor=x', `cursor=${'x'.repeat(5000)}`])(
    'does not take %s',
    async (query) => {
      expectProblem(await get(`/users?${query}`), 400, 'validation');
    },
  );
});

test('admins read anybody', async () => {
  const { email } = (await get(`/users/${member.userId}`)).json();
  expect(email).toMatch(/@example\.com$/);
  expectProblem(await get(`/users/${nobody}`), 404, 'not-found');
  expectProblem(await get('/users/7'), 400, 'validation');
});

test('admins make others admins, and members again', async () => {
  expect((await setRole(member.userId, { role: 'admin' })).json()).toMatchObject({ role: 'admin' });
  expect((await get('/users', member)).statusCode).toBe(200);
  await setRole(member.userId, { role: 'member' });
  expectProblem(await get('/users', member), 403, 'forbidden');
});

test('no admin changes their own role', async () => {
  expectProblem(await setRole(admin.userId, { role: 'member' }), 409, 'own-role');
  expectProblem(await setRole(admin.userId.toUpperCase(), { role: 'member' }), 409, 'own-role');
});

test.each([{ role: 'owner' }, { role: 'admin', name: 'x' }, { name: 'x' }, {}])(
  'the change %j is refused',
  async (change) => {
    expectProblem(await setRole(member.userId, change), 400, 'validation');
  },
);

test('a role needs a user', async () => {
  expectProblem(await setRole(nobody, { role: 'admin' }), 404, 'not-found');
});

test('members see and change nobody, not even themselves, here', async () => {
  expectProblem(await get('/users', member), 403, 'forbidden');
  expectProblem(await get(`/users/${admin.userId}`, member), 403, 'forbidden');
  expectProblem(await setRole(member.userId, { role: 'admin' }, member), 403, 'forbidden');
  expectProblem(await app.inject('/users'), 401, 'unauthenticated');
});
