import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { permissions } from '../../../src/modules/rbac/policy.ts';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { signInAs } from '../../helpers/sign-in-as.ts';
import { permission, roleServer } from './role-server.ts';

const { app, main, lines } = await roleServer();
const nobody = '019370c8-0000-7000-8000-000000000000';
let admin: Awaited<ReturnType<typeof signIn>>;
let member: Awaited<ReturnType<typeof signIn>>;

const read = permission('notes:read');
app.get('/notes', { onRequest: app.requirePermission(read) }, async () => ({}));
afterAll(() => app.close());
beforeEach(async () => {
  await resetDatabase(main);
  admin = await signIn(main, { role: 'admin' });
  member = await signIn(main);
  lines.length = 0;
});

type Method = 'GET' | 'PUT' | 'DELETE';
const send = (method: Method, url: string, { headers } = admin, payload?: object) =>
  app.inject({ method, url, headers, ...(payload && { payload }) });
const rolesOf = async (id: string) =>
  (await send('GET', `/users/${id}/roles`)).json().items.map(({ role }: { role: string }) => role);
const notes = async () => (await send('GET', '/notes', member)).statusCode;
const audits = () => lines.filter(({ audit }) => audit === 'roles');

test('admins see what roles there are', async () => {
  const { items } = (await send('GET', '/roles')).json();
  expect(items).toContainEqual({
    name: 'reader',
    description: 'Reads notes.',
    permissions: ['notes:read'],
  });
  expect(items).toHaveLength(2);
});

test('a role counts at once when it is given, and no longer when it is taken', async () => {
  const url = `/users/${member.userId.toUpperCase()}/roles/reader`;
  expect(await notes()).toBe(403);
  expect((await send('PUT', url)).statusCode).toBe(204);
  expect(await notes()).toBe(200);
  expect((await send('GET', `/users/${member.userId}/roles`)).json()).toEqual({
    items: [{ role: 'reader', grantedBy: admin.userId, grantedAt: expect.any(String) }],
  });
  expect((await send('DELETE', url)).statusCode).toBe(204);
  expect(await notes()).toBe(403);
  expectProblem(await send('DELETE', url), 404, 'not-found');
});

test('all roles are replaced in one step', async () => {
  const url = `/users/${member.userId}/roles`;
  await send('PUT', url, admin, { roles: ['reader'] });
  const { items } = (await send('PUT', url, admin, { roles: ['editor'] })).json();
  expect(items).toMatchObject([{ role: 'editor' }]);
  await send('PUT', url, admin, { roles: [] });
  expect(await rolesOf(member.userId)).toEqual([]);
  expect(await notes()).toBe(403);
});

test('of two who replace at once, one has the last word', async () => {
  const url = `/users/${member.userId}/roles`;
  for (let round = 0; round < 5; round += 1) {
    await Promise.all(
      ['reader', 'editor'].map((role) => send('PUT', url, admin, { roles: [role] })),
    );
    expect(await rolesOf(member.userId)).toHaveLength(1);
  }
});

test('each change is recorded once, by ids alone', async () => {
  const url = `/users/${member.userId}/roles`;
  const change = { userId: member.userId, by: admin.userId };
  await send('PUT', `${url}/reader`);
  await send('PUT', `${url}/reader`);
  await send('PUT', url, admin, { roles: ['editor'] });
  await send('DELETE', `${url}/editor`);
  expect(audits()).toMatchObject([
    { ...change, granted: ['reader'], revoked: [] },
    { ...change, granted: ['editor'], revoked: ['reader'] },
    { ...change, granted: [], revoked: ['editor'] },
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/@example\.com|Bearer/);
});

describe('what is refused', () => {
  test.each([
    ['an unknown role', { roles: ['owner'] }, 422, 'unknown-role'],
    ['a name that every object has', { roles: ['constructor'] }, 422, 'unknown-role'],
    ['admin, which is no role of the policy', { roles: ['admin'] }, 422, 'unknown-role'],
    ['the same role twice', { roles: ['reader', 'reader'] }, 400, 'validation'],
    ['something else', { roles: [], role: 'admin' }, 400, 'validation'],
    ['nothing', {}, 400, 'validation'],
  ])('%s', async (_what, payload, status, code) => {
    expectProblem(await send('PUT', `/users/${member.userId}/roles`, admin, payload), status, code);
    expect(await rolesOf(member.userId)).toEqual([]);
    expect(audits()).toEqual([]);
  });

  test('one unknown role by name, or the roles of nobody', async () => {
    expectProblem(await send('PUT', `/users/${member.userId}/roles/owner`), 422, 'unknown-role');
    expectProblem(await send('PUT', `/users/${nobody}/roles/reader`), 404, 'not-found');
    expectProblem(await send('GET', `/users/${nobody}/roles`), 404, 'not-found');
  });

  test.each([
    ['/reader', undefined],
    ['', { roles: ['reader'] }],
  ])('an account that goes meanwhile', async (path, payload) => {
    const { findById } = app.users;
    const lookUp = vi.spyOn(app.users, 'findById').mockImplementationOnce(async (id) => {
      const user = await findById(id);
      await main.inject({ method: 'DELETE', url: '/users/me', headers: member.headers });
      return user;
    });
    const url = `/users/${member.userId}/roles${path}`;
    expectProblem(await send('PUT', url, admin, payload), 404, 'not-found');
    lookUp.mockRestore();
  });

  test('one’s own roles, to admins too', async () => {
    const own = `/users/${admin.userId.toUpperCase()}/roles`;
    expectProblem(await send('PUT', `${own}/reader`), 409, 'own-role');
    expectProblem(await send('PUT', own, admin, { roles: [] }), 409, 'own-role');
    expectProblem(await send('DELETE', `${own}/reader`), 409, 'own-role');
  });

  test.each<[Method, string]>([
    ['GET', '/roles'],
    ['GET', '/users/:id/roles'],
    ['PUT', '/users/:id/roles/editor'],
    ['DELETE', '/users/:id/roles/editor'],
  ])('%s %s to all but admins', async (method, path) => {
    const editor = await signInAs(main, 'editor');
    for (const { userId } of [editor, member]) {
      const url = path.replace(':id', userId);
      expectProblem(await send(method, url, editor), 403, 'forbidden');
      expectProblem(await app.inject({ method, url }), 401, 'unauthenticated');
    }
  });
});

test('everybody sees their own roles and permissions', async () => {
  const url = '/users/me/permissions';
  const editor = await signInAs(main, 'editor');
  expect((await send('GET', url, editor)).json()).toEqual({
    roles: ['editor'],
    permissions: ['notes:read', 'notes:write'],
  });
  expect((await send('GET', url, member)).json()).toEqual({ roles: [], permissions: [] });
  expect((await send('GET', url)).json()).toEqual({ roles: [], permissions: [...permissions] });
  expectProblem(await app.inject(url), 401, 'unauthenticated');
});

test('the roles of an account go with it, and stay when the admin who gave them goes', async () => {
  const other = await signIn(main, { role: 'admin' });
  await send('PUT', `/users/${member.userId}/roles/reader`, other);
  await main.users.delete(other.userId);
  expect((await send('GET', `/users/${member.userId}/roles`)).json().items).toMatchObject([
    { role: 'reader', grantedBy: null },
  ]);
  await main.users.delete(member.userId);
  expectProblem(await send('GET', `/users/${member.userId}/roles`), 404, 'not-found');
});
