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

export interface DatabaseScope {
  /**
   * Runs `work` in a transaction in which these settings hold: `{ 'app.tenant_id': id }`. Every
   * statement of `app.db` that the work makes takes part, wherever it stands; `app.db.transaction`
   * becomes a savepoint. Statements that come after the end are refused.
   */
  within<T>(settings: Record<string, string>, work: () => Promise<T>): Promise<T>;
  /** From now on every statement of `app.db` runs as this role; migrations stay with the user. */
  actAs(role: string): Promise<void>;
}

declare module 'fastify' {
  interface FastifyInstance {
    db: Database;
    database: DatabaseConnection;
    databaseScope: DatabaseScope;
  }
}
