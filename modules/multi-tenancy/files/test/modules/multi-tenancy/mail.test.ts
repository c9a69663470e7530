import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { eventually } from '../../helpers/eventually.ts';
import { tenantOf } from '../../helpers/tenancy/test-tenant.ts';
import { startTestApp } from '../../helpers/test-app.ts';

test('a mail that a tenant sends leaves when the rest has happened, and not before', async () => {
  const MAIL_DIR = await mkdtemp(join(tmpdir(), 'tenant-mails-'));
  const app = await startTestApp({ MAIL_DIR, PGLITE_DIR: 'memory://', JOBS_WORKER: 'false' });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const tenantId = await tenantOf(app, 'sender');
  const mails = async () => (await readdir(MAIL_DIR)).filter((name) => name.endsWith('.eml'));
  const send = () => app.mailer.send({ to: 'ann@example.com', subject: 'Hello', text: 'Hello' });
  const failing = app.inTenant(tenantId, async () => {
    await send();
    await sleep(200);
    throw new Error('undo');
  });
  await expect(failing).rejects.toThrow('undo');
  await app.inTenant(tenantId, async () => {
    await send();
    await sleep(500);
    expect(await mails()).toEqual([]);
  });
  await eventually(async () => expect(await mails()).toHaveLength(1));
  await app.close();
}, 60_000);
