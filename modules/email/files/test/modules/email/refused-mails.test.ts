import { expect, test } from 'vitest';
import { testApp } from '../../helpers/test-app.ts';
import { usePostOffice } from './use-post-office.ts';

const app = await testApp();
const post = usePostOffice(app);
const mail = { to: 'jane@example.com', subject: 'Hello', text: 'Hi' };

test.each([
  'jane@example.com\r\nBcc: all@example.com',
  'jane@example.com\nall@example.com',
  'jane@example.com, all@example.com',
  'jane@example.com;all@example.com',
  'Jane <jane@example.com>',
  '"jane\r\n"@example.com',
  'jane@example.com\u0000',
  'jane@example.com\u2028x',
  'jane@exam\u202Eple.com',
  'jane',
  '@example.com',
  'jane@',
  'a@b@c',
  ' jane@example.com',
  `${'x'.repeat(65)}@example.com`,
  `jane@${'x'.repeat(250)}.com`,
  '',
])('the recipient %j is refused', async (to) => {
  await expect(app.mailer.send({ ...mail, to })).rejects.toThrow(
    'A mail needs one plain address to go to.',
  );
  expect(await post.rows()).toEqual([]);
});

test.each([
  'Hello\r\nBcc: all@example.com',
  'Hello\nX: y',
  'Hello\rX: y',
  'Hello\u0000',
  'Hello\u0085X: y',
  'Hello\u2028X: y',
  'x'.repeat(201),
  ' ',
])('the subject %j is refused', async (subject) => {
  await expect(app.mailer.send({ ...mail, subject })).rejects.toThrow('subject of one line');
  expect(await post.rows()).toEqual([]);
});

test('text that no database keeps, or nobody reads, is refused', async () => {
  await expect(app.mailer.send({ ...mail, text: 'a\0b' })).rejects.toThrow('NUL');
  await expect(app.mailer.send({ ...mail, html: 'a\0b' })).rejects.toThrow('NUL');
  await expect(app.mailer.send({ ...mail, key: 'a\0b' })).rejects.toThrow('NUL');
  await expect(app.mailer.send({ ...mail, text: 'x'.repeat(1_000_001) })).rejects.toThrow('long');
});

test.each(['jane+shop@example.co.uk', "o'neill@example.com", 'иван@пример.рф', '-x@example.com'])(
  'the recipient %s gets mail, and nobody else',
  async (to) => {
    const server = await post.server();
    await app.mailer.send({ ...mail, to });
    post.worker(server);
    await post.settled('sent');
    expect(server.mails).toHaveLength(1);
  },
);

test('text that looks like headers or like the end of the mail stays text', async () => {
  const server = await post.server();
  const text = 'a\r\n.\r\nRCPT TO:<all@example.com>\r\n\r\nBcc: all@example.com\n.\nend';
  await app.mailer.send({ ...mail, text });
  post.worker(server);
  await post.settled('sent');
  expect(server.mails).toHaveLength(1);
  expect(server.mails[0]?.text?.trim()).toBe(text.replaceAll('\r\n', '\n'));
  expect(server.mails[0]?.bcc).toBeUndefined();
});
