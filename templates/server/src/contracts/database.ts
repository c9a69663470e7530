import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** Drizzle over PostgreSQL, or over the embedded PGlite; a transaction has the same type. */
export type Database = PgDatabase<PgQueryResultHKT, Record<string, never>>;

export interface DatabaseConnection {
  /**
   * Runs SQL as it is, for libraries that bring their own. Without values it may be several
   * statements; the rows are those of all of them.
   */
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  /** Applies pending SQL files of a folder; one process at a time. */
  migrate(folder: string): Promise<void>;
}

declare module 'fastify' {
  interface FastifyInstance {
    db: Database;
    database: DatabaseConnection;
  }
}
