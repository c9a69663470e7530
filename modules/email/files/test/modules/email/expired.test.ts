import { afterEach, expect, test, vi } from 'vitest';
import { retryFailed } from '../../../src/modules/email/retry-failed.ts';
import { testApp } from '../../helpers/test-app.ts';
import { usePostOffice } from './use-post-office.ts';

const app = await testApp();
const post = usePostOffice(app);
const mail = { to: 'jane@example.com', subject: 'Hello', text: 'Hi' };
const inMs = (ms: number) => new Date(Date.now() + ms);
afterEach(() => vi.restoreAllMocks());

test('a mail whose time is over is given up, and what it said forgotten', async () => {
  const server = await post.server();
  const error = vi.spyOn(app.log, 'error');
  await app.mailer.send({ ...mail, expiresAt: inMs(-1) });
  await app.mailer.send({ ...mail, subject: 'In time', expiresAt: inMs(60_000) });
  post.worker(server);
  const [late] = await vi.waitFor(async () => {
    expect(await post.states()).toEqual(['failed', 'sent']);
    return post.rows();
  }, 10_000);
  expect(late).toMatchObject({ lastError: 'expired', attempts: 0, text: null, html: null });
  expect(late?.finishedAt).toBeInstanceOf(Date);
  expect(server.mails.map(({ subject }) => subject)).toEqual(['In time']);
  expect(error).toHaveBeenCalledWith({ mailId: late?.id, reason: 'expired' }, 'gave up a mail');
});

test('a mail expires while it waits for a server that is down', async () => {
  const { port, stop } = await post.server();
  await stop();
  await app.mailer.send({ ...mail, expiresAt: inMs(400) });
  post.worker({ port });
  await post.waitsBecause(/^ECONNREFUSED$/);
  const server = await post.server({ port });
  expect(await post.settled('failed')).toMatchObject([{ lastError: 'expired' }]);
  expect(server.mails).toEqual([]);
});

test('a mail that is being sent is left to whoever sends it', async () => {
  const server = await post.server({ delayMs: 400 });
  await app.mailer.send({ ...mail, expiresAt: inMs(300) });
  post.worker(server);
  expect(await post.settled('sent')).toHaveLength(1);
});

test('no command brings an expired mail back', async () => {
  const server = await post.server();
  await app.mailer.send({ ...mail, expiresAt: inMs(-1) });
  post.worker(server);
  const [late] = await post.settled('failed');
  expect(await retryFailed(app.db)).toBe('0 mails wait for another attempt.');
  expect(await retryFailed(app.db, late?.id)).toBe('0 mails wait for another attempt.');
});
