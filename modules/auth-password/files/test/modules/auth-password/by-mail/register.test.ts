import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { later, setClockRight } from '../../../helpers/clock.ts';
import { eventually } from '../../../helpers/eventually.ts';
import { expectProblem } from '../../../helpers/expect-problem.ts';
import { goodPassword, newAccount } from '../../../helpers/new-account.ts';
import { resetDatabase } from '../../../helpers/reset-database.ts';
import { takeMails } from '../../../helpers/take-mails.ts';
import { testApp } from '../../../helpers/test-app.ts';

const app = await testApp();
const jane = { email: 'Jane@Example.com', password: goodPassword, name: 'Jane' };

beforeEach(async () => {
  await resetDatabase(app);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await setClockRight(app);
});

const post = (url: string, payload: object) => app.inject({ method: 'POST', url, payload });
const register = (changes: object = {}) => post('/auth/register', { ...jane, ...changes });
const resend = (email: string) => post('/auth/resend-verification', { email });
const verify = (token: unknown, password = goodPassword) =>
  post('/auth/verify-email', { token, password });
const login = (password = goodPassword) => post('/auth/login', { email: jane.email, password });
const tokenIn = ({ text }: { text: string }) => /token=([\w-]+)/.exec(text)?.[1];
const nextMail = () =>
  eventually(async () => {
    const [mail, ...others] = await takeMails(app);
    if (!mail || others.length > 0) throw new Error(`${others.length + 1} mails instead of one`);
    return mail;
  });

describe('signing up', () => {
  test('makes an account when the link is followed, and not before', async () => {
    const response = await register();
    expect(response.statusCode).toBe(202);
    expect(response.json().message).toMatch(/mail is on its way/);
    const mail = await nextMail();
    expect(mail).toMatchObject({
      to: 'jane@example.com',
      subject: expect.stringMatching(/confirm/i),
    });
    expect(mail.text).toContain('https://app.test/verify-email?token=');
    expect(mail.text).not.toContain(jane.name);
    expect((await login()).statusCode).toBe(401);

    expect((await verify(tokenIn(mail))).statusCode).toBe(204);
    expect((await login()).statusCode).toBe(200);
    expect(await app.users.findByEmail(jane.email)).toMatchObject({ name: 'Jane', role: 'member' });
  });

  test('answers the same for an address that has an account, after the same hash', async () => {
    const hash = vi.spyOn(app.passwords, 'hash');
    const fresh = await register();
    await nextMail();
    await newAccount(app, 'john@example.com');
    hash.mockClear();
    const taken = await register({ email: 'John@example.com' });
    expect([taken.statusCode, taken.body]).toEqual([fresh.statusCode, fresh.body]);
    expect(Object.keys(taken.headers)).toEqual(Object.keys(fresh.headers));
    expect(hash).toHaveBeenCalledTimes(1);

    const mail = await nextMail();
    expect(mail).toMatchObject({ to: 'john@example.com', subject: 'You already have an account' });
    expect(tokenIn(mail)).toBeUndefined();
  });

  test('refuses fields that nobody may set', async () => {
    expectProblem(await register({ role: 'admin' }), 400, 'validation');
  });

  test('refuses weak passwords', async () => {
    expectProblem(await register({ password: 'Password1234' }), 400, 'weak-password');
    expectProblem(await register({ password: 'short' }), 400, 'validation');
  });

  test('writes to one address five times an hour at most', async () => {
    for (let n = 0; n < 5; n++) {
      await register();
      await nextMail();
    }
    expect((await register()).statusCode).toBe(202);
    await register({ email: 'john@example.com' });
    expect((await nextMail()).to).toBe('john@example.com');
    later(3_601_000);
    await register();
    expect((await nextMail()).to).toBe('jane@example.com');
  });
});

describe('the link', () => {
  const invited = async () => {
    await register();
    return tokenIn(await nextMail());
  };

  test('works once', async () => {
    const token = await invited();
    await verify(token);
    expectProblem(await verify(token), 400, 'invalid-token');
  });

  test('works once when it is followed twice at the same time', async () => {
    const token = await invited();
    const statuses = (await Promise.all([verify(token), verify(token)])).map((r) => r.statusCode);
    expect(statuses.sort()).toEqual([204, 400]);
  });

  test('is good for a day', async () => {
    const token = await invited();
    later(86_401_000);
    expectProblem(await verify(token), 400, 'invalid-token');
  });

  test('brings the password of its own registration, whoever else asked for the address', async () => {
    const mine = await invited();
    await register({ password: 'what somebody else chose' });
    const others = tokenIn(await nextMail());
    expect((await verify(mine)).statusCode).toBe(204);
    expect((await login()).statusCode).toBe(200);
    expect((await login('what somebody else chose')).statusCode).toBe(401);
    expectProblem(await verify(others), 400, 'invalid-token');
  });

  test('makes no account for who does not know the password, and then still does for who does', async () => {
    const token = await invited();
    expectProblem(await verify(token, 'what somebody else chose'), 400, 'wrong-password');
    expect(await app.users.findByEmail(jane.email)).toBeNull();
    expect((await post('/auth/verify-email', { token })).statusCode).toBe(400);
    expect((await verify(token)).statusCode).toBe(204);
  });

  test('makes no second account of an address that got one meanwhile', async () => {
    const token = await invited();
    await newAccount(app, 'jane@example.com');
    expectProblem(await verify(token), 409, 'email-taken');
  });

  test('cannot be made from what the database holds', async () => {
    const token = await invited();
    const result: unknown = await app.db.execute(sql`select token_hash from auth_registrations`);
    const [stored] = (result as { rows: { token_hash: string }[] }).rows;
    expect(stored?.token_hash).not.toBe(token);
    expectProblem(await verify(stored?.token_hash), 400, 'invalid-token');
  });

  test.each(['x'.repeat(43), 'x', 7, null])('with the token %j leads nowhere', async (token) => {
    expect((await verify(token)).statusCode).toBe(400);
  });
});

test('a registration is kept with its mail or not at all', async () => {
  const error = vi.spyOn(app.log, 'error');
  vi.spyOn(app.mailer, 'send').mockRejectedValueOnce(new Error('no mail today'));
  await register();
  await eventually(() => {
    expect(error).toHaveBeenCalledWith({ err: expect.any(Error) }, 'could not send a mail');
  });
  const result: unknown = await app.db.execute(sql`select email from auth_registrations`);
  expect((result as { rows: unknown[] }).rows).toEqual([]);
});

test('mails are in the language of who signs up', async () => {
  await newAccount(app, 'john@example.com');
  const inRussian = (url: string, payload: object) =>
    app.inject({ method: 'POST', url, headers: { 'accept-language': 'ru' }, payload });
  await inRussian('/auth/register', jane);
  const mail = await nextMail();
  expect(mail).toMatchObject({ subject: 'Подтвердите адрес электронной почты', language: 'ru' });
  await inRussian('/auth/register', { ...jane, email: 'john@example.com' });
  expect(await nextMail()).toMatchObject({ subject: 'У вас уже есть учётная запись' });
  await inRussian('/auth/resend-verification', { email: 'jane@example.com' });
  expect(await nextMail()).toMatchObject({ subject: mail.subject });
  expect((await verify(tokenIn(mail))).statusCode).toBe(204);
});

describe('sending the link again', () => {
  test('sends another one that works', async () => {
    await register();
    const first = tokenIn(await nextMail());
    expect((await resend('JANE@example.com')).statusCode).toBe(202);
    const second = tokenIn(await nextMail());
    expect(second).not.toBe(first);
    expect((await verify(second)).statusCode).toBe(204);
    expect((await login()).statusCode).toBe(200);
  });

  test('is for those alone who know whose password it would bring', async () => {
    await register();
    await nextMail();
    await register({ password: 'the password of a stranger' });
    await nextMail();
    expect((await resend('jane@example.com')).statusCode).toBe(202);
    await register({ email: 'john@example.com' });
    expect((await nextMail()).to).toBe('john@example.com');
  });

  test('writes to nobody who did not sign up, and does not say so', async () => {
    const unknown = await resend('nobody@example.com');
    await register();
    expect((await nextMail()).to).toBe('jane@example.com');
    const known = await resend('jane@example.com');
    expect([unknown.statusCode, unknown.body]).toEqual([known.statusCode, known.body]);
    expect((await nextMail()).to).toBe('jane@example.com');
  });
});

test('registrations that nobody confirmed leave the database', async () => {
  await register();
  await nextMail();
  later(86_401_000);
  await register({ email: 'john@example.com' });
  await nextMail();
  const result: unknown = await app.db.execute(sql`select email from auth_registrations`);
  expect((result as { rows: unknown[] }).rows).toEqual([{ email: 'john@example.com' }]);
});
