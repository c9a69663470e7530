import { sql } from 'drizzle-orm';
import { afterEach, expect, test, vi } from 'vitest';
import { retryFailed } from '../../../src/modules/email/retry-failed.ts';
import { eventually } from '../../helpers/eventually.ts';
import { testApp } from '../../helpers/test-app.ts';
import { usePostOffice } from './use-post-office.ts';

const app = await testApp();
const post = usePostOffice(app);
const mail = { to: 'jane@example.com', subject: 'Hello', text: 'Hi' };
afterEach(() => vi.restoreAllMocks());

test('mails wait for a server that is down, without using up attempts, and leave once', async () => {
  const { port, stop } = await post.server();
  await stop();
  for (const subject of ['1', '2', '3']) await app.mailer.send({ ...mail, subject });
  post.worker({ port, maxAttempts: 1 });
  expect(await post.waitsBecause(/^ECONNREFUSED$/)).toMatchObject({ attempts: 0 });

  const server = await post.server({ port });
  await post.hasten();
  expect(await post.settled('sent')).toHaveLength(3);
  expect(server.mails.map(({ subject }) => subject).sort()).toEqual(['1', '2', '3']);
});

test('a mail that is refused for now is tried again some seconds later', async () => {
  let answers = [451, 421];
  const server = await post.server({ refuse: () => answers.shift() });
  await app.mailer.send(mail);
  post.worker(server);
  const row = await post.waitsBecause(/^451 not you$/);
  expect(row?.attempts).toBe(1);
  expect(Number(row?.dueAt) - Date.now()).toBeGreaterThan(2_000);
  answers = [];
  await post.hasten();
  expect(await post.settled('sent')).toMatchObject([{ attempts: 2 }]);
  expect(server.mails).toHaveLength(1);
});

test('a mail that is refused for good is given up at once, and its neighbours are not', async () => {
  const server = await post.server({ refuse: (to) => (to.startsWith('no') ? 550 : undefined) });
  const error = vi.spyOn(app.log, 'error');
  await app.mailer.send({ ...mail, to: 'nobody@example.com' });
  await app.mailer.send(mail);
  post.worker(server);
  await eventually(async () => expect(await post.states()).toEqual(['failed', 'sent']));
  const [failed] = await post.rows();
  expect(failed).toMatchObject({ attempts: 1, lastError: '550 not you', text: 'Hi' });
  const line = { mailId: failed?.id, attempt: 1, reason: '550 not you' };
  expect(error).toHaveBeenCalledWith(line, 'gave up a mail');
});

test('after the last attempt a mail is given up, until somebody has it tried again', async () => {
  let isFull = true;
  const server = await post.server({ refuse: () => (isFull ? 452 : undefined) });
  await app.mailer.send(mail);
  await app.mailer.send({ ...mail, subject: 'Other' });
  post.worker({ port: server.port, maxAttempts: 2 });
  await eventually(async () => {
    await app.db.execute(sql`update outgoing_mails set due_at = now() where state = 'waiting'`);
    expect(await post.states()).toEqual(['failed', 'failed']);
  });
  const [first] = await post.rows();
  isFull = false;
  expect(await retryFailed(app.db, 'no such id')).toBe('0 mails wait for another attempt.');
  expect(await retryFailed(app.db, first?.id)).toBe('1 mail waits for another attempt.');
  await eventually(async () => expect(await post.states()).toEqual(['sent', 'failed']));
  expect(await retryFailed(app.db)).toBe('1 mail waits for another attempt.');
  await post.settled('sent');
});

test('a server that does not answer is left after a while', async () => {
  const server = await post.server({ delayMs: 3_000 });
  await app.mailer.send(mail);
  const worker = post.worker({ port: server.port, timeoutMs: 900 });
  expect(await post.waitsBecause(/^(EABORT|ETIMEDOUT)$/)).toMatchObject({ attempts: 1 });
  await worker.stop();
});

test('nothing is sent, and no attempt counted, where encryption is required and missing', async () => {
  const server = await post.server();
  await app.mailer.send(mail);
  post.worker({ port: server.port, server: { tls: 'required' } });
  expect(await post.waitsBecause(/^ETLS$/)).toMatchObject({ attempts: 0 });
  expect(server.mails).toEqual([]);
});

test('a server with a certificate that nobody vouches for gets nothing', async () => {
  const server = await post.server({ options: { disabledCommands: [] } });
  await app.mailer.send(mail);
  post.worker({ port: server.port, server: { tls: 'required' } });
  expect(await post.waitsBecause(/CERT/)).toMatchObject({ attempts: 0 });
  expect(server.mails).toEqual([]);
});

test('a refused password is told in the log without what was said about it', async () => {
  const server = await post.server({
    options: {
      allowInsecureAuth: true,
      onAuth: ({ username }, _session, done) => done(new Error(`${username} is not welcome`)),
    },
  });
  await app.mailer.send(mail);
  post.worker({ port: server.port, server: { user: 'shop', password: 'secret' } });
  expect(await post.waitsBecause(/^EAUTH$/)).toMatchObject({ attempts: 0 });
});

test('mails of a process that was killed are taken up again when its lease ends', async () => {
  const server = await post.server();
  await app.mailer.send(mail);
  await app.db.execute(sql`update outgoing_mails set state = 'sending', attempts = 1,
    lease_id = gen_random_uuid(), due_at = now() + interval '400 milliseconds'`);
  post.worker(server);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(server.mails).toEqual([]);
  expect(await post.settled('sent')).toMatchObject([{ attempts: 2 }]);
  expect(server.mails).toHaveLength(1);
});

test('a mail that was taken over is not changed by the one that had it before', async () => {
  const server = await post.server({ delayMs: 300 });
  await app.mailer.send(mail);
  const worker = post.worker(server);
  await eventually(() => expect(server.mails).toHaveLength(1));
  await app.db.execute(sql`update outgoing_mails set lease_id = gen_random_uuid()`);
  await worker.stop();
  expect(await post.states()).toEqual(['sending']);
});

test('a mail counts as sent also when the database fails for a moment just then', async () => {
  const server = await post.server({ delayMs: 100 });
  await app.mailer.send(mail);
  post.worker(server);
  await eventually(() => expect(server.mails).toHaveLength(1));
  vi.spyOn(app.db, 'update').mockImplementationOnce(() => {
    throw new Error('no database');
  });
  await post.settled('sent');
  expect(server.mails).toHaveLength(1);
});

test('an outbox that cannot be read is reported, and read when it can be', async () => {
  const error = vi.spyOn(app.log, 'error');
  const broken = vi.spyOn(app.db, '$with').mockImplementation(() => {
    throw new Error('no database');
  });
  const server = await post.server();
  post.worker(server);
  await app.mailer.send(mail);
  await eventually(() =>
    expect(error).toHaveBeenCalledWith({ err: expect.any(Error) }, 'cannot read the outbox'),
  );
  broken.mockRestore();
  await post.settled('sent');
});
