import { expect, test } from 'vitest';
import { eventually } from '../../helpers/eventually.ts';
import { testApp } from '../../helpers/test-app.ts';
import { startMailServer } from './start-mail-server.ts';
import { usePostOffice } from './use-post-office.ts';

const app = await testApp();
const post = usePostOffice(app);
const mail = { to: 'jane@example.com', subject: 'Hello', text: 'Hi' };

async function took(work: () => Promise<unknown>) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

test('stopping breaks off what a frozen server holds up, and the mail is as if never tried', async () => {
  const frozen = await post.server({ delayMs: 60_000 });
  await app.mailer.send(mail);
  const worker = post.worker({ port: frozen.port, timeoutMs: 30_000 });
  await eventually(() => expect(frozen.mails).toHaveLength(1));
  expect(await took(() => worker.stop(100))).toBeLessThan(3_000);
  expect(await post.rows()).toMatchObject([
    { state: 'waiting', attempts: 0, leaseId: null, lastError: 'the server stopped' },
  ]);

  // The frozen one may have taken it: whoever gets it twice can tell by its Message-ID.
  const server = await post.server();
  post.worker(server);
  await post.settled('sent');
  expect(server.mails[0]?.messageId).toBe(frozen.mails[0]?.messageId);
});

test('a server stops in time though its mail server says nothing', async () => {
  const silent = await post.muteServer();
  const server = await startMailServer({
    SMTP_URL: `smtp://127.0.0.1:${silent.port}`,
    SMTP_TLS: 'off',
    SHUTDOWN_TIMEOUT_MS: '1500',
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  await server.mailer.send(mail);
  await eventually(() => expect(silent.connections()).toBe(1));
  expect(await took(() => server.close())).toBeLessThan(1_500);
  expect(await post.rows()).toMatchObject([{ state: 'waiting', attempts: 0 }]);
});
