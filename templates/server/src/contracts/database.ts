import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** Drizzle over PostgreSQL, or over the embedded PGlite; a transaction has the same type. */
export type Database = PgDatabase<PgQueryResultHKT, Record<string, never>>;

export interface DatabaseConnection {
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
