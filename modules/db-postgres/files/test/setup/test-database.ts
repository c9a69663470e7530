import pg from 'pg';

/**
 * Gives each test worker a database of its own: an embedded one in memory,
 * or, when DATABASE_URL is set, a fresh database on that server.
 */
const ready = Symbol.for('test-database');
const worker = globalThis as { [ready]?: Promise<void> };
worker[ready] ??= process.env.DATABASE_URL ? createDatabase() : useMemory();
await worker[ready];

async function useMemory() {
  process.env.PGLITE_DIR = 'memory://';
}

async function createDatabase() {
  const url = new URL(process.env.DATABASE_URL ?? '');
  const name = `${url.pathname.slice(1)}_test_${process.env.VITEST_POOL_ID ?? 1}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(`drop database if exists "${name}" with (force)`);
  await client.query(`create database "${name}"`);
  await client.end();
  url.pathname = `/${name}`;
  process.env.DATABASE_URL = url.href;
}
