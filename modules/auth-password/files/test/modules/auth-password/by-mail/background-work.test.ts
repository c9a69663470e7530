import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { backgroundWork } from '../../../../src/modules/auth-password/by-mail/background-work.ts';

test('stopping the server waits for mails that are on their way', async () => {
  const app = Fastify();
  const background = backgroundWork(app);
  await app.ready();
  let sent = false;
  background(async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    sent = true;
  });
  await app.close();
  expect(sent).toBe(true);
});
