import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import type { OpenDatabase } from './open-database.ts';

interface Options {
  url: string;
  poolMax: number;
  statementTimeoutMs: number;
  onIdleError: (error: Error) => void;
}

/** Two numbers name the lock that keeps two starting servers from migrating at once. */
const migrationLock = [7_301, 1] as const;

export function openPostgres(options: Options): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolMax,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: options.statementTimeoutMs,
    keepAlive: true,
  });
  pool.on('error', options.onIdleError);
  return {
    db: drizzle(pool),
    ping: async () => void (await pool.query('select 1')),
    migrate: (folder) => migrateAlone(options.url, folder),
    close: () => pool.end(),
  };
}

/** On a connection of its own, where no statement timeout cuts a long migration short. */
async function migrateAlone(url: string, migrationsFolder: string) {
  const client = new pg.Client({ connectionString: url });
  // What is being awaited fails, too; without a listener the process would end instead.
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1, $2)', [...migrationLock]);
    await migrate(drizzle(client), { migrationsFolder });
  } finally {
    await client.end();
  }
}
