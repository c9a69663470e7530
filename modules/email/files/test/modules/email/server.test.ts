import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eventually } from '../../helpers/eventually.ts';
import { takeMails } from '../../helpers/take-mails.ts';
import { testApp } from '../../helpers/test-app.ts';
import { startMailServer } from './start-mail-server.ts';
import { startSmtpServer, type TestSmtpServer } from './start-smtp-server.ts';

const mail = { to: 'jane@example.com', subject: 'Hello', text: 'Hi' };

beforeEach(async () => void (await takeMails(await testApp())));

describe('a server that listens', () => {
  let smtp: TestSmtpServer;
  let app: Awaited<ReturnType<typeof testApp>>;
  beforeAll(async () => {
    smtp = await startSmtpServer();
    app = await startMailServer({
      SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
      SMTP_TLS: 'off',
    });
    await app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(async () => {
    await app.close();
    await smtp.stop();
  });

  test('sends at once', async () => {
    await app.mailer.send(mail);
    await eventually(() => expect(smtp.mails).toHaveLength(1), 1_500);
  });

  test('sends as soon as a transaction is committed, and not before', async () => {
    await app.db.transaction(async (tx) => {
      await app.mailer.send({ ...mail, subject: 'Committed' }, tx);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(smtp.mails).toHaveLength(1);
    });
    await eventually(() => expect(smtp.mails[1]?.subject).toBe('Committed'), 1_500);
  });

  test('writes in the language that a request asks for', async () => {
    const languageOf = (language?: string) =>
      app.mailer.languageOf({
        headers: { 'accept-language': language },
      } as Parameters<typeof app.mailer.languageOf>[0]);
    expect([languageOf('ru'), languageOf('de'), languageOf()]).toEqual(['ru', 'en', 'en']);
  });
});

describe('without SMTP_URL', () => {
  test('mails become files that can be read as they are', async () => {
    const MAIL_DIR = join(await mkdtemp(join(tmpdir(), 'mails-')), 'new');
    const app = await startMailServer({ MAIL_DIR, APP_URL: '' });
    await app.listen({ host: '127.0.0.1', port: 0 });
    const text = `Перейдите по ссылке:\n${app.mailer.link('/reset-password', { token: 'x' })}\n`;
    await app.mailer.send({ ...mail, subject: 'Новый пароль', text, language: 'ru' });
    const files = await eventually(async () => {
      const names = await readdir(MAIL_DIR);
      expect(names).toHaveLength(2);
      return names.sort();
    });
    await app.close();
    const [eml, html] = await Promise.all(
      files.map((name) => readFile(join(MAIL_DIR, name), 'utf8')),
    );
    expect(eml).toMatch(/^From: Test shop <shop@app.test>\nTo: jane@example.com\n/);
    expect(eml).toContain('Subject: Новый пароль\n');
    expect(eml).toContain(
      '\n\nПерейдите по ссылке:\nhttp://localhost:3000/reset-password?token=x\n',
    );
    expect(html).toContain('<a href="http://localhost:3000/reset-password?token=x"');
  });

  test('a server that does not listen leaves mails to one that does', async () => {
    const app = await testApp();
    await app.mailer.send({ ...mail, key: 'left' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await takeMails(app)).toHaveLength(1);
  });
});

test.each([
  [{ SMTP_URL: 'mail.example.com' }, /SMTP_URL must be an address like smtps:/],
  [{ SMTP_URL: 'smtp://:25' }, /SMTP_URL must be an address like smtps:/],
  [{ SMTP_URL: 'smtp://user:100%@host' }, /SMTP_URL must be an address like smtps:/],
  [
    { SMTP_URL: 'smtp://user:hush@host', SMTP_TLS: 'off' },
    /SMTP_TLS must be required when SMTP_URL holds a password/,
  ],
  [{ MAIL_FROM: 'Shop\n<x@y.z>' }, /MAIL_FROM must be an address like Shop/],
  [{ APP_URL: 'https://:80' }, /APP_URL must be an address like https:/],
  [{ MAIL_LANGUAGE: 'de' }, /MAIL_LANGUAGE must be one of en, ru/],
] as [Record<string, string>, RegExp][])(
  '%j stops the start with a sentence',
  async (env, sentence) => {
    const error = await startMailServer(env).catch((e) => e);
    expect(error.message).toMatch(sentence);
    expect(error.message).not.toContain('hush');
  },
);
