import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openPglite } from '../../../src/modules/db-postgres/open-pglite.ts';

test('the embedded database keeps its data over a restart', async () => {
  const dir = join(await mkdtemp(join(tmpdir(), 'pglite-')), 'new', 'folder');
  const first = await openPglite(dir);
  await first.db.execute(sql`create table notes as select 'kept' as text`);
  await first.close();

  const second = await openPglite(dir);
  await second.ping();
  expect(await second.db.execute(sql`select text from notes`)).toMatchObject({
    rows: [{ text: 'kept' }],
  });
  await second.close();
  await rm(dir, { recursive: true });
}, 60_000);

test('the embedded database can live in memory', async () => {
  const { db, close } = await openPglite('memory://');
  expect(await db.execute(sql`select 1 as one`)).toMatchObject({ rows: [{ one: 1 }] });
  await close();
}, 60_000);

test('the embedded database belongs to one process at a time', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'pglite-'));
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await writeFile(`${dir}.pid`, String(other.pid));
  await expect(openPglite(dir)).rejects.toThrow(`in use by process ${other.pid}`);

  other.kill('SIGKILL');
  await once(other, 'exit');
  const database = await openPglite(dir);
  await database.ping();
  await database.close();
  await rm(dir, { recursive: true });
}, 60_000);
