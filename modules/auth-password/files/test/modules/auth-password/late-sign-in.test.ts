import { hash } from '@node-rs/argon2';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { User } from '../../../src/contracts/users.ts';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { goodPassword, newAccount } from '../../helpers/new-account.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { sessionHeaders } from '../../helpers/session-headers.ts';
import { testApp } from '../../helpers/test-app.ts';

const app = await testApp();
const otherPassword = 'iron fork over the sun';
let jane: User;

beforeEach(async () => {
  await resetDatabase(app);
  jane = await newAccount(app);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const login = (password = goodPassword) =>
  app.inject({
    method: 'POST',
    url: '/auth/login',
    payload: { email: 'jane@example.com', password },
  });
async function passwordChanges() {
  await app.passwords.save(jane.id, await app.passwords.hash(otherPassword));
  await app.sessions.endAll(jane.id);
}
/** After the next call of `name`, and before what follows it, the password changes. */
function passwordChangesAfter(name: 'verify' | 'hash') {
  const original: (...given: never[]) => Promise<unknown> = app.passwords[name];
  vi.spyOn(app.passwords, name).mockImplementationOnce((async (...given: never[]) => {
    const result = await original(...given);
    await passwordChanges();
    return result;
  }) as never);
}

test('a sign-in that checked the old password starts no session after a change', async () => {
  passwordChangesAfter('verify');
  const response = await login();
  expectProblem(response, 401, 'invalid-credentials');
  expect(response.headers).not.toHaveProperty('set-cookie');
  const headers = sessionHeaders(await login(otherPassword));
  const { items } = (await app.inject({ url: '/auth/sessions', headers })).json();
  expect(items).toHaveLength(1);
});

test('a change waits for a sign-in that is under way, to end its session', async () => {
  const current = await app.passwords.find(jane.id);
  let changed = false;
  let change: Promise<void> | undefined;
  await app.db.transaction(async (tx) => {
    expect(await app.passwords.hold(jane.id, current ?? '', tx)).toBe(true);
    change = app.passwords.save(jane.id, 'another hash').then(() => {
      changed = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(changed).toBe(false);
  });
  await change;
  expect(await app.passwords.find(jane.id)).toBe('another hash');
});

test('renewing a hash never brings back a password that was changed meanwhile', async () => {
  const older = await hash(goodPassword, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
  await app.passwords.save(jane.id, older);
  passwordChangesAfter('hash');
  expectProblem(await login(), 401, 'invalid-credentials');
  expect((await login(otherPassword)).statusCode).toBe(200);
});

test('of two changes that know the same password one is too late', async () => {
  const headers = sessionHeaders(await login());
  const payload = { currentPassword: goodPassword, newPassword: 'what a thief would choose' };
  passwordChangesAfter('verify');
  const url = '/auth/change-password';
  expectProblem(await app.inject({ method: 'POST', url, headers, payload }), 401);
  expect((await login(otherPassword)).statusCode).toBe(200);
});
