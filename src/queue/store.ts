import type { ConstructorOptions } from 'pg-boss';

/** How pg-boss runs its statements. */
export type Database = NonNullable<ConstructorOptions['db']>;

type Row = Record<string, unknown>;
export type Query = (sql: string, values?: unknown[]) => Promise<{ rows: Row[] }>;

/** The database under the queue: PostgreSQL, or PGlite in a directory of ours. */
export interface Store {
  /** How pg-boss reaches the same database. */
  boss: ConstructorOptions;
  /** No other process can work here, so a job found active at boot is an orphan. */
  embedded: boolean;
  query: Query;
  /** Runs statements, ours and pg-boss's, in one transaction. */
  transaction<T>(work: (query: Query, db: Database) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
