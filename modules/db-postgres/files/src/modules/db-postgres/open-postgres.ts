import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { describeConnectionError } from './describe-connection-error.ts';
import { endWhenSilent } from './end-when-silent.ts';
import { migrateAlone } from './migrate-alone.ts';
import type { OpenDatabase } from './open-database.ts';
import { roleOfPool } from './role-of-pool.ts';
import { scopedConnection } from './scoped-connection.ts';
import { type Pooled, transactionsOn } from './transactions-on.ts';

interface Options {
  url: string;
  poolMax: number;
  statementTimeoutMs: number;
  onIdleError: (error: Error) => void;
  /** Another process migrates, and this one waits. */
  onMigrationWait: () => void;
}

export function openPostgres(options: Options): OpenDatabase {
  const connection = {
    connectionString: options.url,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  };
  const role = roleOfPool();
  const pool = new pg.Pool({
    ...connection,
    max: options.poolMax,
    idleTimeoutMillis: 30_000,
    statement_timeout: options.statementTimeoutMs,
    onConnect: role.take,
  });
  pool.on('error', options.onIdleError);
  // What is being awaited fails, too; without a listener a connection lost in use ends the process.
  pool.on('connect', (client) => {
    client.on('error', () => {});
    const { statementTimeoutMs } = options;
    if (statementTimeoutMs > 0) endWhenSilent(client, statementTimeoutMs + 1_000);
  });
  const { run, query, transaction, within } = scopedConnection<Pooled>(pool, transactionsOn(pool));
  return {
    db: Object.assign(drizzle({ query } as pg.Pool), { transaction }),
    query: async (text, values) => rowsOf(await run((on) => on.query(text, values))),
    scope: { within, actAs: async (name) => role.actAs(pool, name) },
    ping: async () => void (await pool.query('select 1').catch(describeConnectionError)),
    migrate: (folder) => migrateAlone(connection, folder, options.onMigrationWait),
    close: () => pool.end(),
  };
}

/** The driver returns a list of results for several statements, which its types do not tell. */
const rowsOf = (results: pg.QueryResult | pg.QueryResult[]) => ({
  rows: [results].flat().flatMap(({ rows }) => rows),
});
