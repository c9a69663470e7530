import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../../../src/modules/db-postgres/open-database.ts';
import { openPostgres } from '../../../src/modules/db-postgres/open-postgres.ts';
import { eventually } from '../../helpers/eventually.ts';

const url = process.env.DATABASE_URL;
const opened: OpenDatabase[] = [];

function open(options: Partial<Parameters<typeof openPostgres>[0]> = {}) {
  const database = openPostgres({
    url: url ?? 'postgres://nobody@127.0.0.1:1/none',
    poolMax: 2,
    statementTimeoutMs: 5_000,
    onIdleError: () => {},
    ...options,
  });
  opened.push(database);
  return database;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ close }) => close()));
});

test('a database that is not there fails at once, in requests as in migrations', async () => {
  const { ping, migrate } = open({ url: 'postgres://nobody@127.0.0.1:1/none' });
  await expect(ping()).rejects.toThrow();
  await expect(migrate('migrations')).rejects.toThrow();
});

describe.skipIf(!url)('PostgreSQL at DATABASE_URL', () => {
  test('a statement that takes too long is cut short', async () => {
    const { db } = open({ statementTimeoutMs: 200 });
    await expect(db.execute(sql`select pg_sleep(5)`)).rejects.toMatchObject({
      cause: { message: 'canceling statement due to statement timeout' },
    });
  });

  test('a lost connection is reported and replaced', async () => {
    const lost: Error[] = [];
    const named = new URL(url ?? '');
    named.searchParams.set('application_name', 'victim');
    const { db, ping } = open({ url: named.href, onIdleError: (error) => lost.push(error) });
    await ping();
    await open().db.execute(
      sql`select pg_terminate_backend(pid) from pg_stat_activity
          where application_name = 'victim' and datname = current_database()`,
    );
    await eventually(() => expect(lost).toHaveLength(1));
    expect(await db.execute(sql`select 2 as two`)).toMatchObject({ rows: [{ two: 2 }] });
  });

  test('servers that start together migrate once', async () => {
    const folder = await migrationsFolder(
      'create table once_only (id int); insert into once_only values (1);',
    );
    // A database of its own: what it remembers of migrations is not the server's business.
    const own = new URL(url ?? '');
    own.pathname += '_migrated';
    const name = own.pathname.slice(1);
    const admin = open();
    await admin.db.execute(sql.raw(`drop database if exists "${name}" with (force)`));
    await admin.db.execute(sql.raw(`create database "${name}"`));
    const databases = Array.from({ length: 4 }, () => open({ url: own.href }));
    await Promise.all(databases.map(({ migrate }) => migrate(folder)));
    expect(await databases[0]?.db.execute(sql`select * from once_only`)).toMatchObject({
      rows: [{ id: 1 }],
    });
    await admin.db.execute(sql.raw(`drop database "${name}" with (force)`));
  });
});

async function migrationsFolder(content: string) {
  const folder = await mkdtemp(join(tmpdir(), 'migrations-'));
  const when = Date.now();
  const entries = [{ idx: 0, version: '7', when, tag: '0000_once', breakpoints: true }];
  await mkdir(join(folder, 'meta'));
  await writeFile(join(folder, 'meta/_journal.json'), JSON.stringify({ entries }));
  await writeFile(join(folder, '0000_once.sql'), content);
  return folder;
}
