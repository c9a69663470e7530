import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { insertUser } from './insert-user.ts';

type Row = { id: string };
type Insert = (app: FastifyInstance, given: Record<string, unknown>) => Promise<Row>;

/**
 * Stores a row of an entity by its factory, after whatever it cannot be without: for tests of
 * modules that stand on an entity and do not know what else its tables hold.
 *
 *     await insertWithParents(app, 'product', 'products', { stock: 5 });
 */
export async function insertWithParents(
  app: FastifyInstance,
  name: string,
  table: string,
  given: Record<string, unknown> = {},
): Promise<Row> {
  if (table === 'users') return { id: await insertUser(app) };
  const needed: Record<string, unknown> = {};
  for (const { column, parent } of await requiredParents(app, table)) {
    const parentName = column.replace(/_id$/, '').replaceAll('_', '-');
    needed[camelCase(column)] = (await insertWithParents(app, parentName, parent)).id;
  }
  const insert = await factoryOf(name);
  return insert(app, { ...needed, ...given });
}

async function factoryOf(name: string): Promise<Insert> {
  const { href } = new URL(`../factories/${name}.ts`, import.meta.url);
  const factory = Object.entries(await import(href)).find(([key]) => key.startsWith('insert'));
  return factory?.[1] as Insert;
}

async function requiredParents(app: FastifyInstance, table: string) {
  const result = await app.db.execute(sql`
    select a.attname as column, c.confrelid::regclass::text as parent
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and a.attnotnull and c.conrelid = ${table}::regclass`);
  return (result as unknown as { rows: { column: string; parent: string }[] }).rows;
}

const camelCase = (column: string) =>
  column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
