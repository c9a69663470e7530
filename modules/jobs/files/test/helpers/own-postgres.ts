import { randomBytes } from 'node:crypto';
import pg from 'pg';

const server = process.env.DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/**
 * A PostgreSQL database for one test file, which several processes can share: the embedded one has
 * room for one. Null, with the reason in the output, where there is no server.
 */
export async function ownPostgres() {
  const admin = new pg.Client({ connectionString: server, connectionTimeoutMillis: 2_000 });
  try {
    await admin.connect();
  } catch (error) {
    if (process.env.CI && process.env.DATABASE_URL) throw error;
    console.log(`Skipped: tests with several processes need PostgreSQL. ${error}`);
    return null;
  }
  const name = `test_jobs_${randomBytes(4).toString('hex')}`;
  await admin.query(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async drop() {
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}
