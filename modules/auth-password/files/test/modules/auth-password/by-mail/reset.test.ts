import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { later, setClockRight } from '../../../helpers/clock.ts';
import { eventually } from '../../../helpers/eventually.ts';
import { expectProblem } from '../../../helpers/expect-problem.ts';
import { goodPassword, newAccount } from '../../../helpers/new-account.ts';
import { resetDatabase } from '../../../helpers/reset-database.ts';
import { sessionHeaders } from '../../../helpers/session-headers.ts';
import { signIn } from '../../../helpers/sign-in.ts';
import { takeMails } from '../../../helpers/take-mails.ts';
import { testApp } from '../../../helpers/test-app.ts';

const app = await testApp();
const otherPassword = 'iron fork over the sun';

beforeEach(async () => {
  await resetDatabase(app);
  await newAccount(app, 'jane@example.com');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await setClockRight(app);
});

const post = (url: string, payload: object) => app.inject({ method: 'POST', url, payload });
const forgot = (email: unknown) => post('/auth/forgot-password', { email });
const reset = (token: unknown, password: unknown = otherPassword) =>
  post('/auth/reset-password', { token, password });
const login = (password: string) => post('/auth/login', { email: 'jane@example.com', password });
const nextMail = () =>
  eventually(async () => {
    const [mail, ...others] = await takeMails(app);
    if (!mail || others.length > 0) throw new Error(`${others.length + 1} mails instead of one`);
    return mail;
  });
async function offered() {
  await forgot('Jane@example.com');
  return /token=([\w-]+)/.exec((await nextMail()).text)?.[1];
}

test('the link in the mail sets a new password', async () => {
  await forgot('jane@example.com');
  const mail = await nextMail();
  expect(mail).toMatchObject({ to: 'jane@example.com', subject: 'Choose a new password' });
  expect(mail.text).toContain('https://app.test/reset-password?token=');
  const token = /token=([\w-]+)/.exec(mail.text)?.[1];

  expect((await reset(token)).statusCode).toBe(204);
  expect((await login(goodPassword)).statusCode).toBe(401);
  expect((await login(otherPassword)).statusCode).toBe(200);
  expect(await nextMail()).toMatchObject({ subject: 'Your password was changed' });
});

test('a new password ends all sessions', async () => {
  const headers = sessionHeaders(await login(goodPassword));
  const token = await offered();
  await reset(token);
  expectProblem(await app.inject({ url: '/auth/sessions', headers }), 401);
});

test('a password does not change without the end of the sessions', async () => {
  const token = await offered();
  vi.spyOn(app.sessions, 'endAll').mockImplementationOnce(async (_, first) =>
    app.db.transaction(async (tx) => {
      await first?.(tx);
      throw new Error('the power is off');
    }),
  );
  expectProblem(await reset(token), 500);
  expect((await login(goodPassword)).statusCode).toBe(200);
  expect((await reset(token)).statusCode).toBe(204);
});

test('who was locked gets in with the new password at once, and with a wrong link does not', async () => {
  const token = await offered();
  for (let n = 0; n < 5; n++) await login('wrong wrong wrong');
  await reset('x'.repeat(43));
  expectProblem(await login(otherPassword), 429);
  await reset(token);
  expect((await login(otherPassword)).statusCode).toBe(200);
});

test('somebody who never had a password gets one', async () => {
  const { userId } = await signIn(app, { email: 'john@example.com' });
  await forgot('john@example.com');
  await reset(/token=([\w-]+)/.exec((await nextMail()).text)?.[1]);
  expect(await app.passwords.find(userId)).toBeDefined();
});

test('an unknown address gets the same answer and no mail', async () => {
  const unknown = await forgot('nobody@example.com');
  const known = await forgot('jane@example.com');
  expect(unknown.statusCode).toBe(202);
  expect([unknown.statusCode, unknown.body]).toEqual([known.statusCode, known.body]);
  expect(Object.keys(unknown.headers)).toEqual(Object.keys(known.headers));
  expect((await nextMail()).to).toBe('jane@example.com');
});

test('a second mail within a minute is not sent, one after it is and ends the first link', async () => {
  const first = await offered();
  await forgot('jane@example.com');
  await newAccount(app, 'john@example.com');
  await forgot('john@example.com');
  expect((await nextMail()).to).toBe('john@example.com');
  later(61_000);
  const second = await offered();
  expectProblem(await reset(first), 400, 'invalid-token');
  expect((await reset(second)).statusCode).toBe(204);
});

test('the link works once, also when it is used twice at the same time', async () => {
  const token = await offered();
  const statuses = (await Promise.all([reset(token), reset(token)])).map((r) => r.statusCode);
  expect(statuses.sort()).toEqual([204, 400]);
  expectProblem(await reset(token), 400, 'invalid-token');
});

test('the link is good for an hour', async () => {
  const token = await offered();
  later(3_601_000);
  expectProblem(await reset(token), 400, 'invalid-token');
});

test('a weak password is refused, and the link stays good', async () => {
  const token = await offered();
  expectProblem(await reset(token, 'short'), 400, 'validation');
  expectProblem(await reset(token, 'password1234'), 400, 'weak-password');
  expect((await reset(token)).statusCode).toBe(204);
});

test('the link cannot be made from what the database holds', async () => {
  const token = await offered();
  const result: unknown = await app.db.execute(sql`select token_hash from auth_resets`);
  const [stored] = (result as { rows: { token_hash: string }[] }).rows;
  expect(stored?.token_hash).not.toBe(token);
  expectProblem(await reset(stored?.token_hash), 400, 'invalid-token');
});

test.each(['x'.repeat(43), 'x', 7, null])('the token %j leads nowhere', async (token) => {
  expect((await reset(token)).statusCode).toBe(400);
});

test('a mail that cannot be written shows in the log only, and people may ask again at once', async () => {
  const error = vi.spyOn(app.log, 'error');
  vi.spyOn(app.mailer, 'send').mockRejectedValueOnce(new Error('no mail today'));
  expect((await forgot('jane@example.com')).statusCode).toBe(202);
  await eventually(() => {
    expect(error).toHaveBeenCalledWith({ err: expect.any(Error) }, 'could not send a mail');
  });
  expect(await offered()).toBeDefined();
});

test('a password is not changed without telling its owner', async () => {
  const token = await offered();
  vi.spyOn(app.mailer, 'send').mockRejectedValueOnce(new Error('no mail today'));
  expectProblem(await reset(token), 500);
  expect((await login(goodPassword)).statusCode).toBe(200);
  expect((await reset(token)).statusCode).toBe(204);
});

test('mails are in the language of who asks', async () => {
  const headers = { 'accept-language': 'ru-RU,ru;q=0.9' };
  const ask = (url: string, payload: object) =>
    app.inject({ method: 'POST', url, headers, payload });
  await ask('/auth/forgot-password', { email: 'jane@example.com' });
  const mail = await nextMail();
  expect(mail).toMatchObject({ subject: 'Задайте новый пароль', language: 'ru' });
  const token = /reset-password\?token=([\w-]+)/.exec(mail.text)?.[1];
  await ask('/auth/reset-password', { token, password: otherPassword });
  expect(await nextMail()).toMatchObject({ subject: 'Ваш пароль изменён', language: 'ru' });
});

test('when mails pile up, the server says that it is busy instead of taking more', async () => {
  let release = () => {};
  const stuck = new Promise<void>((resolve) => {
    release = resolve;
  });
  const find = vi.spyOn(app.users, 'findByEmail').mockImplementation(async () => {
    await stuck;
    return null;
  });
  for (let n = 0; n < 100; n++) expect((await forgot('nobody@example.com')).statusCode).toBe(202);
  expectProblem(await forgot('nobody@example.com'), 503, 'busy');
  release();
  find.mockRestore();
  await eventually(async () => {
    expect((await forgot('nobody@example.com')).statusCode).toBe(202);
  });
});
