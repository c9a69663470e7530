import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { eventually } from '../../../helpers/eventually.ts';
import { expectProblem } from '../../../helpers/expect-problem.ts';
import { goodPassword, newAccount } from '../../../helpers/new-account.ts';
import { resetDatabase } from '../../../helpers/reset-database.ts';
import { sessionHeaders } from '../../../helpers/session-headers.ts';
import { takeMails } from '../../../helpers/take-mails.ts';
import { testApp } from '../../../helpers/test-app.ts';

const app = await testApp();
const email = 'jane@example.com';
const otherPassword = 'iron fork over the sun';
let headers: Record<string, string>;

const post = (url: string, payload: object, own = {}) =>
  app.inject({ method: 'POST', url, payload, headers: own });
const login = (password: string) => post('/auth/login', { email, password });
const change = (own = {}) =>
  post(
    '/auth/change-password',
    { currentPassword: goodPassword, newPassword: otherPassword },
    { ...headers, ...own },
  );

beforeEach(async () => {
  await resetDatabase(app);
  await newAccount(app, email);
  headers = sessionHeaders(await login(goodPassword));
});
afterEach(() => {
  vi.restoreAllMocks();
});

test.each([
  ['en', 'Your password was changed'],
  ['ru', 'Ваш пароль изменён'],
])('a change is told to the owner, in the language %s', async (language, subject) => {
  expect((await change({ 'accept-language': language })).statusCode).toBe(200);
  expect(await takeMails(app)).toEqual([expect.objectContaining({ to: email, language, subject })]);
});

test('a password is not changed without telling its owner', async () => {
  vi.spyOn(app.mailer, 'send').mockRejectedValueOnce(new Error('no mail today'));
  expectProblem(await change(), 500);
  expect((await app.inject({ url: '/auth/sessions', headers })).statusCode).toBe(200);
  expect((await login(goodPassword)).statusCode).toBe(200);
});

test('a link to reset the password that was offered before is good no more', async () => {
  await post('/auth/forgot-password', { email });
  const mail = await eventually(async () => {
    const [first] = await takeMails(app);
    if (!first) throw new Error('no mail yet');
    return first;
  });
  const token = /token=([\w-]+)/.exec(mail.text)?.[1];
  expect((await change()).statusCode).toBe(200);
  const reset = await post('/auth/reset-password', { token, password: 'a third one of them all' });
  expectProblem(reset, 400, 'invalid-token');
  expect((await login(otherPassword)).statusCode).toBe(200);
});
