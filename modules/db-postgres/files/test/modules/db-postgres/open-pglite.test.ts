import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { lockDirectory } from '../../../src/modules/db-postgres/lock-directory.ts';
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
  await expect(openPglite(dir)).rejects.toThrow(
    new RegExp(`in use by process ${other.pid}: .* delete ${dir}\\.pid\\.$`),
  );

  other.kill('SIGKILL');
  await once(other, 'exit');
  const database = await openPglite(dir);
  await database.ping();
  await database.close();
  await rm(dir, { recursive: true });
}, 60_000);

test('a second opening in one process leaves the claim of the first', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'pglite-'));
  const release = await lockDirectory(dir);
  await expect(lockDirectory(dir)).rejects.toThrow(`in use by process ${process.pid}`);
  expect(await readFile(`${dir}.pid`, 'utf8')).toBe(String(process.pid));
  await release();
  await (await lockDirectory(dir))();
});

test('the claim of an earlier start with the same process id is taken over', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'pglite-'));
  await writeFile(`${dir}.pid`, String(process.pid));
  await (await lockDirectory(dir))();
  await expect(readFile(`${dir}.pid`)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a database that cannot be opened is not claimed', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'pglite-'));
  await writeFile(join(dir, 'PG_VERSION'), '3');
  await expect(openPglite(dir)).rejects.toThrow();
  await expect(readFile(`${dir}.pid`)).rejects.toMatchObject({ code: 'ENOENT' });
}, 60_000);
