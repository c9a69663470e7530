import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../../../src/modules/db-postgres/open-database.ts';
import { openPostgres } from '../../../src/modules/db-postgres/open-postgres.ts';
import { eventually } from '../../helpers/eventually.ts';
import { frozenProxy } from './frozen-proxy.ts';

const url = process.env.DATABASE_URL;
const opened: OpenDatabase[] = [];

function open(options: Partial<Parameters<typeof openPostgres>[0]> = {}) {
  const database = openPostgres({
    url: url ?? 'postgres://nobody@127.0.0.1:1/none',
    poolMax: 2,
    statementTimeoutMs: 5_000,
    onIdleError: () => {},
    onMigrationWait: () => {},
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
  const sentence = 'cannot connect to DATABASE_URL: nothing listens at its host and port.';
  await expect(ping()).rejects.toThrow(sentence);
  await expect(migrate('migrations')).rejects.toThrow(sentence);
});

describe.skipIf(!url)('PostgreSQL at DATABASE_URL', () => {
  test('a statement that takes too long is cut short', async () => {
    const { db } = open({ statementTimeoutMs: 200 });
    await expect(db.execute(sql`select pg_sleep(5)`)).rejects.toMatchObject({
      cause: { message: 'canceling statement due to statement timeout' },
    });
  });

  test('a transaction that its process leaves alone is ended', async () => {
    const { db } = open();
    expect(await db.execute(sql`show idle_in_transaction_session_timeout`)).toMatchObject({
      rows: [{ idle_in_transaction_session_timeout: '30s' }],
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

  test('a database that does not exist is named as the mistake', async () => {
    const wrong = new URL(url ?? '');
    wrong.pathname = '/no_such_database';
    await expect(open({ url: wrong.href }).migrate('migrations')).rejects.toMatchObject({
      name: 'ConfigError',
      message: 'The server cannot connect to DATABASE_URL: its database does not exist.',
    });
  });

  test('a connection that falls silent fails in time and is replaced', async () => {
    const proxy = await frozenProxy(url ?? '');
    const { db, ping } = open({ url: proxy.url, poolMax: 1, statementTimeoutMs: 200 });
    await ping();
    proxy.freeze();
    await expect(ping()).rejects.toThrow('Query read timeout');
    await ping();
    proxy.freeze();
    await expect(db.transaction(async () => {})).rejects.toMatchObject({
      cause: { message: 'Query read timeout' },
    });
    await db.transaction(async (tx) => {
      await tx.execute(sql`select 1`);
    });
    proxy.close();
  });

  test('a connection that nobody uses may be silent', async () => {
    const lost: Error[] = [];
    const onIdleError = (error: Error) => lost.push(error);
    const { db } = open({ poolMax: 1, statementTimeoutMs: 100, onIdleError });
    const backend = () => db.execute(sql`select pg_backend_pid() as pid`);
    const before = await backend();
    await sleep(1_200);
    expect(await backend()).toMatchObject({ rows: (before as unknown as { rows: [] }).rows });
    expect(lost).toEqual([]);
  });

  test('a connection lost within a transaction fails nothing else', async () => {
    const { db, ping } = open({ poolMax: 1 });
    const failing = db.transaction(async (tx) => {
      const { rows } = (await tx.execute(sql`select pg_backend_pid() as pid`)) as unknown as {
        rows: { pid: number }[];
      };
      await open().db.execute(sql`select pg_terminate_backend(${rows[0]?.pid})`);
      await sleep(100);
      await tx.execute(sql`select 1`);
    });
    await expect(failing).rejects.toThrow();
    await ping();
  });

  test('servers that start together migrate once', async () => {
    const folder = await migrationsFolder(
      'create table once_only (id int); insert into once_only values (1); select pg_sleep(0.3);',
    );
    // A database of its own: what it remembers of migrations is not the server's business.
    const own = new URL(url ?? '');
    own.pathname += '_migrated';
    const name = own.pathname.slice(1);
    // Dropping a database waits for a checkpoint, which takes its time on a busy disk.
    const admin = open({ statementTimeoutMs: 0 });
    await admin.db.execute(sql.raw(`drop database if exists "${name}" with (force)`));
    await admin.db.execute(sql.raw(`create database "${name}"`));
    let waiting = 0;
    const onMigrationWait = () => {
      waiting += 1;
    };
    const databases = Array.from({ length: 4 }, () => open({ url: own.href, onMigrationWait }));
    await Promise.all(databases.map(({ migrate }) => migrate(folder)));
    expect(waiting).toBeGreaterThan(0);
    expect(await databases[0]?.db.execute(sql`select * from once_only`)).toMatchObject({
      rows: [{ id: 1 }],
    });
    await admin.db.execute(sql.raw(`drop database "${name}" with (force)`));
  }, 60_000);
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
