import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { is, sql } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { testApp } from '../../helpers/test-app.ts';

const app = await testApp();
const modules: object[] = await Promise.all(
  globSync('src/entities/**/table.ts').map((path) => import(resolve(path))),
);
const entityTables = modules
  .flatMap((module) => Object.values(module))
  .filter((value): value is PgTable => is(value, PgTable))
  .map((table) => getTableConfig(table).name);

const rowsOf = <Row>(result: unknown) => (result as { rows: Row[] }).rows;

/** Of tables with a `tenant_id`: what keeps the rows of tenants apart. */
async function guardedTables() {
  const result = await app.db.execute(sql`
    select relname as name, relrowsecurity as "isOn", relforcerowsecurity as "isForced",
      (select string_agg(pg_get_expr(polqual, polrelid) || pg_get_expr(polwithcheck, polrelid), '')
        from pg_policy where polrelid = pg_class.oid) as policy
    from pg_class join pg_attribute on attrelid = pg_class.oid
    where relkind = 'r' and attname = 'tenant_id' and not attisdropped
      and relnamespace = 'public'::regnamespace and relname not in ('tenant_memberships', 'probes')`);
  return rowsOf<{ name: string; isOn: boolean; isForced: boolean; policy: string | null }>(result);
}

test('every table with a tenant has a policy that holds for its owner, too', async () => {
  const own = '(tenant_id = current_tenant_id())';
  for (const table of await guardedTables())
    expect(table).toEqual({ ...table, isOn: true, isForced: true, policy: `${own}${own}` });
});

test('every table of an entity has a tenant', async () => {
  const guarded = (await guardedTables()).map(({ name }) => name);
  expect(guarded).toEqual(expect.arrayContaining(entityTables));
});

test('a reference between such tables stays in the tenant', async () => {
  const loose = await app.db.execute(sql`
    select conname from pg_constraint
    where contype = 'f' and cardinality(conkey) = 1
      and exists (select 1 from pg_policy where polrelid = conrelid)
      and exists (select 1 from pg_policy where polrelid = confrelid)`);
  expect(rowsOf(loose)).toEqual([]);
});

test('statements run as somebody who is not above policies, though they may be the owner', async () => {
  const [user] = rowsOf<{ isAbove: boolean }>(
    await app.db.execute(sql`select rolsuper or rolbypassrls as "isAbove"
      from pg_roles where rolname = current_user`),
  );
  expect(user).toEqual({ isAbove: false });
});
