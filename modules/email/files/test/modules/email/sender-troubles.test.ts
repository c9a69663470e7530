import { afterEach, expect, test, vi } from 'vitest';
import { testApp } from '../../helpers/test-app.ts';
import { usePostOffice } from './use-post-office.ts';

const app = await testApp();
const post = usePostOffice(app);
const mail = { to: 'jane@example.com', subject: 'Hello', text: 'Hi' };
afterEach(() => vi.restoreAllMocks());

test.each([530, 550, 553])(
  'a sender who is refused with %i costs no mail and no attempt',
  async (status) => {
    let isWrong = true;
    const refuseSender = () => (isWrong ? status : undefined);
    const server = await post.server({ refuseSender });
    await app.mailer.send(mail);
    post.worker({ port: server.port, maxAttempts: 1 });
    const row = await post.waitsBecause(new RegExp(`^${status} not you$`));
    expect(row).toMatchObject({ attempts: 0, text: 'Hi' });
    isWrong = false;
    await post.hasten();
    expect(await post.settled('sent')).toMatchObject([{ attempts: 1 }]);
  },
);

test('a server that asks for a password costs no mail, whenever it asks', async () => {
  const server = await post.server({ refuse: () => 530 });
  await app.mailer.send(mail);
  post.worker({ port: server.port, maxAttempts: 1 });
  expect(await post.waitsBecause(/^530 not you$/)).toMatchObject({ attempts: 0 });
});

test('a sender who is refused for now uses up attempts: it may be for this mail', async () => {
  const server = await post.server({ refuseSender: () => 451 });
  await app.mailer.send(mail);
  post.worker(server);
  expect(await post.waitsBecause(/^451 not you$/)).toMatchObject({ attempts: 1 });
});

test('a balancer without a server behind it costs no attempt', async () => {
  const balancer = await post.muteServer((socket) => socket.end());
  await app.mailer.send(mail);
  post.worker({ port: balancer.port, maxAttempts: 1 });
  expect(await post.waitsBecause(/^ECONNECTION$/)).toMatchObject({ attempts: 0 });
});

test('a server that takes connections and says nothing costs no attempt', async () => {
  const { port } = await post.muteServer();
  await app.mailer.send(mail);
  post.worker({ port, maxAttempts: 1, timeoutMs: 600 });
  expect(await post.waitsBecause(/^ETIMEDOUT$/)).toMatchObject({ attempts: 0 });
});

test('what the server says of the recipient is told without naming them', async () => {
  const words = '5.1.1 <Jane.O+1@Example.com>: unknown; mail for jane.o+1@example.com is refused';
  const server = await post.server({ refuse: () => 550, words });
  const error = vi.spyOn(app.log, 'error');
  await app.mailer.send({ ...mail, to: 'jane.o+1@example.com' });
  post.worker(server);
  const [row] = await post.settled('failed');
  const reason = '550 5.1.1 <recipient>: unknown; mail for recipient is refused';
  expect(row?.lastError).toBe(reason);
  expect(error).toHaveBeenCalledWith({ mailId: row?.id, attempt: 1, reason }, 'gave up a mail');
});
