import { sql } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import type { FastifyInstance } from 'fastify';

/** Columns, indexes and references of a table as the code declares them. */
export function shapeInCode(table: PgTable): string[] {
  const { columns, indexes, foreignKeys, uniqueConstraints } = getTableConfig(table);
  return [
    ...columns.map((column) => line('column', column.name, column.getSQLType(), column.notNull)),
    ...columns.filter(({ isUnique }) => isUnique).map(({ name }) => line('unique', name)),
    ...uniqueConstraints.map((key) => line('unique', ...key.columns.map(({ name }) => name))),
    ...indexes.map(({ config }) => line('index', config.name)),
    ...foreignKeys.map((key) => {
      const { columns: own, foreignTable } = key.reference();
      const action = key.onDelete ?? 'no action';
      return line('reference', own[0]?.name, getTableConfig(foreignTable).name, action);
    }),
  ].toSorted();
}

/**
 * The same as the database has it after all migrations. References to tables that are not among
 * these belong to other parts of the server and stand in SQL only.
 */
export async function shapeInDatabase(
  app: FastifyInstance,
  table: PgTable,
  among: readonly PgTable[],
): Promise<string[]> {
  const known = among.map((each) => getTableConfig(each).name);
  const { name } = getTableConfig(table);
  const found = await Promise.all(
    [
      sql`select 'column' as kind, attname as name, format_type(atttypid, atttypmod) as type,
          attnotnull as fact from pg_attribute
          where attrelid = ${name}::regclass and attnum > 0 and not attisdropped`,
      sql`select 'unique' as kind, string_agg(attname, ' ' order by array_position(conkey, attnum)) as name
          from pg_constraint join pg_attribute on attrelid = conrelid and attnum = any(conkey)
          where conrelid = ${name}::regclass and contype = 'u' group by conname`,
      sql`select 'index' as kind, relname as name from pg_index
          join pg_class on pg_class.oid = indexrelid
          where indrelid = ${name}::regclass and not indisunique`,
      sql`select 'reference' as kind, attname as name, target.relname as type,
          case confdeltype when 'c' then 'cascade' when 'n' then 'set null' else 'no action' end as fact
          from pg_constraint join pg_class target on target.oid = confrelid
          join pg_attribute on attrelid = conrelid and attnum = conkey[1]
          where conrelid = ${name}::regclass and contype = 'f'`,
    ].map(async (query) => rowsOf(await app.db.execute(query))),
  );
  return found
    .flat()
    .filter(({ kind, type }) => kind !== 'reference' || known.includes(type ?? ''))
    .map((row) => line(row.kind, row.name, row.type, row.fact))
    .toSorted();
}

interface Found {
  kind: string;
  name: string;
  type?: string;
  fact?: string | boolean;
}

const line = (...facts: (string | boolean | undefined)[]) => facts.filter(Boolean).join(' ');

const rowsOf = (result: unknown) => (result as { rows: Found[] }).rows;
