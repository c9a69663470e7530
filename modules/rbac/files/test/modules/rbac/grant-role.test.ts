import { beforeEach, expect, test } from 'vitest';
import { grantRole } from '../../../src/modules/rbac/grant-role.ts';
import { roleGrants } from '../../../src/modules/rbac/table.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { testApp } from '../../helpers/test-app.ts';
import { testPolicy } from './role-server.ts';

const { db, users } = await testApp();
const app = { db, users, policy: testPolicy };
beforeEach(async () => resetDatabase(await testApp()));

test('the person with this address gets the role, once', async () => {
  const { id } = await users.create({ email: 'jane@example.com', name: 'Jane' });
  for (const email of ['Jane@Example.com', 'jane@example.com'])
    expect(await grantRole(app, email, 'editor')).toEqual({
      done: true,
      message: 'jane@example.com has the role editor now.',
    });
  expect(await db.select().from(roleGrants)).toMatchObject([
    { userId: id, role: 'editor', grantedBy: null },
  ]);
});

test.each([
  ['nobody@example.com', 'editor', 'Nobody has the e-mail address “nobody@example.com”.'],
  [undefined, 'editor', 'Nobody has the e-mail address “”.'],
  ['jane@example.com', 'owner', 'There is no role “owner”. Roles: editor, reader.'],
  ['jane@example.com', undefined, 'There is no role “”. Roles: editor, reader.'],
  ['jane@example.com', 'admin', 'Admins are made by npm run user:promote.'],
])('for %s as %s nothing happens, and that is said', async (email, role, message) => {
  await users.create({ email: 'jane@example.com', name: 'Jane' });
  expect(await grantRole(app, email, role)).toEqual({ done: false, message });
  expect(await db.$count(roleGrants)).toBe(0);
});

test('where the policy has no roles yet, it says where to write them', async () => {
  const { message } = await grantRole({ ...app, policy: {} }, 'jane@example.com', 'editor');
  expect(message).toContain('src/modules/rbac/policy.ts');
});
