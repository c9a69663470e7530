import { createHash } from 'node:crypto';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';

/**
 * Gives each test worker an empty database of its own: an embedded one,
 * or, when DATABASE_URL is set, a fresh database on that server.
 */
const ready = Symbol.for('test-database');
const worker = globalThis as { [ready]?: Promise<void> };
worker[ready] ??= process.env.DATABASE_URL ? createDatabase() : copyEmptyDatabase();
await worker[ready];

/** Making a database directory takes seconds; copying one that was made before does not. */
async function copyEmptyDatabase() {
  const cache = 'node_modules/.cache/test-database';
  const dir = `${cache}/worker-${process.env.VITEST_POOL_ID ?? 1}`;
  await rm(dir, { recursive: true, force: true });
  const copy = () => cp(`${cache}/empty`, dir, { recursive: true });
  await copy().catch(async () => {
    await makeEmptyDatabase(cache);
    await copy();
  });
  process.env.PGLITE_DIR = dir;
}

async function makeEmptyDatabase(cache: string) {
  const draft = `${cache}/draft-${process.pid}-${process.env.VITEST_POOL_ID ?? 1}`;
  await mkdir(draft, { recursive: true });
  const database = await PGlite.create(draft);
  await database.close();
  // Another worker may have been faster; its database is as good.
  await rename(draft, `${cache}/empty`).catch(() => rm(draft, { recursive: true }));
}

async function createDatabase() {
  const url = new URL(process.env.DATABASE_URL ?? '');
  // Other checkouts may be tested on the same server at the same time.
  const checkout = createHash('sha256').update(process.cwd()).digest('hex').slice(0, 8);
  const name = `test_${checkout}_${process.env.VITEST_POOL_ID ?? 1}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(`drop database if exists "${name}" with (force)`);
  await client.query(`create database "${name}"`);
  await client.end();
  url.pathname = `/${name}`;
  process.env.DATABASE_URL = url.href;
}
