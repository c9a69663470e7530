import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { is, sql } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { testApp } from '../../helpers/test-app.ts';

const app = await testApp();
const modules: object[] = await Promise.all(
  globSync('src/**/table.ts').map((path) => import(resolve(path))),
);
const tables = modules
  .flatMap((module) => Object.values(module))
  .filter((value): value is PgTable => is(value, PgTable))
  .map((table) => getTableConfig(table));

type Config = ReturnType<typeof getTableConfig>;

/** Columns as PostgreSQL spells them: `{ id: 'uuid not null' }`. */
async function columnsOf(table: string): Promise<Record<string, string>> {
  const result = await app.db.execute(sql`
    select attname as name, format_type(atttypid, atttypmod)
      || case when attnotnull then ' not null' else '' end as type
    from pg_attribute
    where attrelid = to_regclass(${`"${table}"`}) and attnum > 0 and not attisdropped`);
  const { rows } = result as unknown as { rows: { name: string; type: string }[] };
  return Object.fromEntries(rows.map(({ name, type }) => [name, type]));
}

/** What the code believes, made into a table so that PostgreSQL spells it. */
async function columnsInCode({ columns }: Config): Promise<Record<string, string>> {
  const lines = columns.map(
    (column) => `"${column.name}" ${column.getSQLType()} ${column.notNull ? 'not null' : ''}`,
  );
  await app.db.execute(sql.raw(`create table in_code (${lines.join(', ')})`));
  try {
    return await columnsOf('in_code');
  } finally {
    await app.db.execute(sql.raw('drop table in_code'));
  }
}

test.for(tables)('$name has the columns in the database that it has in the code', async (table) => {
  expect(await columnsOf(table.name)).toEqual(await columnsInCode(table));
});

test('a column that only the database has is noticed', async () => {
  await app.db.execute(sql`create table drifted (id int not null, extra text)`);
  expect(await columnsOf('drifted')).toEqual({ id: 'integer not null', extra: 'text' });
  await app.db.execute(sql`drop table drifted`);
});
