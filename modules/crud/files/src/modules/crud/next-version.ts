import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { now } from './instant.ts';

/** What changes with every update of a row. */
export const nextVersion = (table: { version: PgColumn }): { version: SQL; updatedAt: SQL } => ({
  version: sql`${table.version} + 1`,
  updatedAt: now,
});
