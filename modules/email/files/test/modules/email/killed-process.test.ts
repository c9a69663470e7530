import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventually } from '../../helpers/eventually.ts';
import { testApp } from '../../helpers/test-app.ts';
import { usePostOffice } from './use-post-office.ts';

const app = await testApp();
const post = usePostOffice(app);
const script = join(import.meta.dirname, 'sending-process.ts');
const concurrency = 4;

// The embedded database is for one process.
describe.skipIf(!process.env.DATABASE_URL)('two processes on PostgreSQL at DATABASE_URL', () => {
  test('of the mails of one that is killed none is lost, and only those in its hands come twice', async () => {
    const server = await post.server({ delayMs: 50 });
    const subjects = Array.from({ length: 40 }, (_, n) => `Mail ${n}`);
    for (const subject of subjects)
      await app.mailer.send({ to: 'jane@example.com', subject, text: 'Hi' });
    const child = spawn(process.execPath, [script], {
      stdio: 'inherit',
      env: {
        ...process.env,
        LOG_LEVEL: 'silent',
        MIGRATE_ON_START: 'false',
        SMTP_URL: `smtp://127.0.0.1:${server.port}`,
        SMTP_TLS: 'off',
        MAIL_CONCURRENCY: String(concurrency),
        MAIL_TIMEOUT_SECONDS: '1',
      },
    });
    const exit = once(child, 'exit');
    await eventually(() => expect(server.mails.length).toBeGreaterThan(10), 30_000);
    child.kill('SIGKILL');
    await exit;
    expect(await post.states()).toContain('sending');

    post.worker(server);
    await post.settled('sent');
    const sent = server.mails.map(({ subject }) => subject);
    expect([...new Set(sent)].sort()).toEqual(subjects.sort());
    expect(sent.length).toBeLessThanOrEqual(subjects.length + concurrency);
    expect(new Set(server.mails.map(({ messageId }) => messageId)).size).toBe(subjects.length);
  }, 60_000);
});
