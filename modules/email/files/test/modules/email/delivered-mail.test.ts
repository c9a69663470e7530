import { expect, test } from 'vitest';
import { testApp } from '../../helpers/test-app.ts';
import { usePostOffice } from './use-post-office.ts';

const app = await testApp();
const post = usePostOffice(app);

async function delivered(mail: Parameters<typeof app.mailer.send>[0]) {
  const server = await post.server();
  await app.mailer.send(mail);
  post.worker(server);
  await post.settled('sent');
  const [received, ...others] = server.mails;
  if (!received || others.length > 0) throw new Error(`${server.mails.length} mails`);
  return received;
}

test('a mail arrives with its sender, its text and HTML that says the same', async () => {
  const mail = await delivered({
    to: 'jane@example.com',
    subject: 'Hello',
    text: 'Tom & <Jerry>\n\nLook here:\nhttps://app.test/a?b=1&c="2\n',
  });
  expect(mail.from?.text).toBe('"Test shop" <shop@app.test>');
  expect(mail.to).toMatchObject({ text: 'jane@example.com' });
  expect(mail.subject).toBe('Hello');
  expect(mail.text?.trim()).toBe('Tom & <Jerry>\n\nLook here:\nhttps://app.test/a?b=1&c="2');
  expect(mail.html).toContain('<html lang="en">');
  expect(mail.html).toContain('<p>Tom &amp; &lt;Jerry&gt;</p>');
  expect(mail.html).toMatch(/<a href="https:\/\/app.test\/a\?b=1&amp;c=&quot;2"/);
});

test('a Russian mail arrives with all its letters', async () => {
  const mail = await delivered({
    to: 'иван@пример.рф'.replace(/^.*@/, 'ivan@'),
    subject: 'Подтвердите адрес электронной почты, ё — очень длинная тема письма для проверки',
    text: 'Здравствуйте, ёжик!',
    language: 'ru',
  });
  expect(mail.subject).toBe(
    'Подтвердите адрес электронной почты, ё — очень длинная тема письма для проверки',
  );
  expect(mail.text?.trim()).toBe('Здравствуйте, ёжик!');
  expect(mail.html).toContain('<html lang="ru">');
  expect(mail.html).toContain('<p>Здравствуйте, ёжик!</p>');
  expect(mail.headers.get('content-language')).toBe('ru');
});

test('its Message-ID is that of its row, and no holiday notice answers it', async () => {
  const mail = await delivered({ to: 'jane@example.com', subject: 'Hello', text: 'Hi' });
  const [row] = await post.rows();
  expect(mail.messageId).toBe(`<${row?.id}@app.test>`);
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  expect(mail.date).toEqual(new Date(Math.floor(Number(row?.createdAt) / 1000) * 1000));
});

test('HTML of its own is sent as it is', async () => {
  const html = '<h1>Hi</h1>';
  const mail = await delivered({ to: 'jane@example.com', subject: 'Hi', text: 'Hi', html });
  expect(mail.html).toBe(html);
});

test('what it said is forgotten when it has left: it may hold a link into an account', async () => {
  await delivered({ to: 'jane@example.com', subject: 'Hello', text: 'Hi' });
  const [row] = await post.rows();
  expect(row).toMatchObject({
    state: 'sent',
    text: null,
    html: null,
    attempts: 1,
    lastError: null,
  });
  expect(row?.finishedAt).toBeInstanceOf(Date);
});
