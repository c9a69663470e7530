import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';

/** Empties every table of the server; migrations stay applied. */
export async function resetDatabase(app: FastifyInstance) {
  const tables = await app.db.execute<{ name: string }>(
    sql`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
  );
  const names = rowsOf(tables).map(({ name }) => name);
  if (names.length > 0) await app.db.execute(sql.raw(`truncate ${names.join(', ')} cascade`));
}

const rowsOf = (result: unknown) => (result as { rows: { name: string }[] }).rows;
