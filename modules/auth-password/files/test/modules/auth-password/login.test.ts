import { hash } from '@node-rs/argon2';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { goodPassword, newAccount } from '../../helpers/new-account.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { sessionHeaders } from '../../helpers/session-headers.ts';
import { testApp } from '../../helpers/test-app.ts';

const app = await testApp();

beforeEach(() => resetDatabase(app));
afterEach(() => {
  vi.restoreAllMocks();
});

const login = (email: unknown, password: unknown, more = {}) =>
  app.inject({ method: 'POST', url: '/auth/login', payload: { email, password, ...more } });

test('the right password signs in, whatever the case of the address', async () => {
  await newAccount(app, 'jane@example.com');
  const response = await login('Jane@Example.COM', goodPassword);
  expect(response.statusCode).toBe(200);
  expect(response.headers['cache-control']).toBe('no-store');
  const headers = sessionHeaders(response);
  expect((await app.inject({ url: '/auth/sessions', headers })).statusCode).toBe(200);
});

test('an unknown address looks like a wrong password, and costs the same work', async () => {
  await newAccount(app, 'jane@example.com');
  await app.users.create({ email: 'no-password@example.com', name: 'No Password' });
  const verify = vi.spyOn(app.passwords, 'verify');
  const answers = [];
  for (const email of ['jane@example.com', 'nobody@example.com', 'no-password@example.com']) {
    verify.mockClear();
    const response = await login(email, 'something else entirely');
    expectProblem(response, 401, 'invalid-credentials');
    expect(verify).toHaveBeenCalledTimes(1);
    answers.push({ ...response.json(), instance: '', headers: Object.keys(response.headers) });
  }
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
});

test('passwords are kept as argon2id with the parameters of OWASP', async () => {
  const user = await newAccount(app);
  expect(await app.passwords.find(user.id)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test('a hash with other parameters is renewed when its password is next seen', async () => {
  const { id } = await newAccount(app);
  const older = await hash(goodPassword, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
  await app.passwords.save(id, older);
  expect((await login('jane@example.com', 'something else entirely')).statusCode).toBe(401);
  expect(await app.passwords.find(id)).toBe(older);
  expect((await login('jane@example.com', goodPassword)).statusCode).toBe(200);
  const renewed = await app.passwords.find(id);
  expect(renewed).toContain('m=19456,t=2');
  expect((await login('jane@example.com', goodPassword)).statusCode).toBe(200);
  expect(await app.passwords.find(id)).toBe(renewed);
});

test('two who sign in at once both renew it and both get in', async () => {
  const { id } = await newAccount(app);
  await app.passwords.save(id, await hash(goodPassword, { memoryCost: 8192, timeCost: 1 }));
  const both = await Promise.all([1, 2].map(() => login('jane@example.com', goodPassword)));
  expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
});

test('a password counts as the same however the keyboard composes it', async () => {
  await newAccount(app, 'jane@example.com', 'zażółć gęślą jaźń'.normalize('NFD'));
  const response = await login('jane@example.com', 'zażółć gęślą jaźń'.normalize('NFC'));
  expect(response.statusCode).toBe(200);
});

describe('a sign-in is not valid input', () => {
  test.each([
    ['without address', undefined, goodPassword, {}],
    ['with an address that is none', 'jane', goodPassword, {}],
    ['with an address that is an object', { $gt: '' }, goodPassword, {}],
    ['without password', 'jane@example.com', undefined, {}],
    ['with an empty password', 'jane@example.com', '', {}],
    ['with a password that is a list', 'jane@example.com', [goodPassword], {}],
    ['with a password that keeps argon2 busy', 'jane@example.com', 'x'.repeat(129), {}],
    ['with a field more', 'jane@example.com', goodPassword, { role: 'admin' }],
  ])('%s', async (_, email, password, more) => {
    expectProblem(await login(email, password, more), 400, 'validation');
  });
});
