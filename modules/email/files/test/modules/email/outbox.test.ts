import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { clearFinished } from '../../../src/modules/email/clear-finished.ts';
import { eventually } from '../../helpers/eventually.ts';
import { takeMails } from '../../helpers/take-mails.ts';
import { testApp } from '../../helpers/test-app.ts';
import { usePostOffice } from './use-post-office.ts';

const app = await testApp();
const post = usePostOffice(app);
const mail = { to: 'jane@example.com', subject: 'Hello', text: 'Hi' };

test('a mail of a transaction that is rolled back was never there', async () => {
  const failed = app.db.transaction(async (tx) => {
    await app.mailer.send(mail, tx);
    throw new Error('changed my mind');
  });
  await expect(failed).rejects.toThrow('changed my mind');
  expect(await post.rows()).toEqual([]);
});

test('a mail of a transaction that is committed leaves', async () => {
  const server = await post.server();
  post.worker(server);
  await app.db.transaction((tx) => app.mailer.send(mail, tx));
  await post.settled('sent');
  expect(server.mails).toHaveLength(1);
});

test('a caller that repeats itself with a key sends once, also after the mail has left', async () => {
  const server = await post.server();
  post.worker(server);
  await app.mailer.send({ ...mail, key: 'order-7-paid' });
  await app.mailer.send({ ...mail, key: 'order-7-paid' });
  await post.settled('sent');
  await app.mailer.send({ ...mail, key: 'order-7-paid' });
  await app.mailer.send({ ...mail, key: 'order-8-paid' });
  await eventually(() => expect(server.mails).toHaveLength(2));
  expect(await post.settled('sent')).toHaveLength(2);
});

test('two workers send two hundred mails once each, a few at a time', async () => {
  const server = await post.server();
  const subjects = Array.from({ length: 200 }, (_, n) => `Mail ${n}`);
  await app.db.transaction(async (tx) => {
    for (const subject of subjects) await app.mailer.send({ ...mail, subject }, tx);
  });
  for (const concurrency of [9, 10]) post.worker({ port: server.port, concurrency });
  await post.settled('sent');
  expect(server.mails.map(({ subject }) => subject).sort()).toEqual(subjects.sort());
  expect(server.mostAtOnce()).toBeLessThanOrEqual(19);
});

test('stopping waits for mails that are under way and takes no others', async () => {
  const server = await post.server({ delayMs: 200 });
  for (const subject of ['1', '2', '3']) await app.mailer.send({ ...mail, subject });
  const worker = post.worker({ port: server.port, concurrency: 2 });
  await eventually(() => expect(server.mails).toHaveLength(2));
  await worker.stop();
  expect((await post.states()).sort()).toEqual(['sent', 'sent', 'waiting']);
});

test('mails that are done with are deleted after some days, and no others', async () => {
  const states = ['waiting', 'sending', 'sent', 'failed'];
  for (const state of states) await app.mailer.send({ ...mail, subject: state });
  await app.db.execute(sql`update outgoing_mails set state = subject,
    created_at = now() - interval '30 days',
    finished_at = case when subject in ('sent', 'failed') then now() - interval '15 days' end`);
  expect(await clearFinished(app.db, 16)).toBe(0);
  expect(await clearFinished(app.db, 14)).toBe(2);
  expect((await post.states()).sort()).toEqual(['sending', 'waiting']);
});

test('any number of old mails is deleted', async () => {
  await app.db.execute(sql`insert into outgoing_mails
    (id, recipient, subject, language, state, finished_at)
    select gen_random_uuid(), 'a@b.c', 'Hi', 'en', 'sent', now() - interval '15 days'
    from generate_series(1, 2001)`);
  expect(await clearFinished(app.db, 14)).toBe(2001);
});

test('tests take mails out of the outbox', async () => {
  await app.mailer.send(mail);
  expect(await takeMails(app)).toMatchObject([{ ...mail, language: 'en' }]);
  expect(await takeMails(app)).toEqual([]);
});
