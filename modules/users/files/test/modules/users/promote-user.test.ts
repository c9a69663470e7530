import { beforeEach, expect, test } from 'vitest';
import { promoteUser } from '../../../src/modules/users/promote-user.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { testApp } from '../../helpers/test-app.ts';

const app = await testApp();
beforeEach(() => resetDatabase(app));

test('the person with this address becomes an admin', async () => {
  await app.users.create({ email: 'jane@example.com', name: 'Jane' });
  expect(await promoteUser(app.users, 'Jane@Example.com')).toEqual({
    done: true,
    message: 'jane@example.com is an admin now.',
  });
  expect(await app.users.findByEmail('jane@example.com')).toMatchObject({ role: 'admin' });
});

test.each([
  ['nobody@example.com', 'Nobody has the e-mail address “nobody@example.com”.'],
  [undefined, 'Nobody has the e-mail address “”.'],
])('for the address %s nothing happens, and that is said', async (email, message) => {
  expect(await promoteUser(app.users, email)).toEqual({ done: false, message });
});
