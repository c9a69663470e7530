import { expect, test } from 'vitest';
import { buildApp } from '../../../src/app.ts';
import migrations from '../../../src/modules/migrations/index.ts';
import { migrationStatus } from '../../../src/modules/migrations/migration-status.ts';
import { modules } from '../../../src/modules.ts';

// An empty database of its own, whatever the other tests run on, and nothing that needs tables.
const { DATABASE_URL: _, ...env } = process.env;
const empty = { ...env, PGLITE_DIR: 'memory://' };
const parts = modules.slice(0, modules.indexOf(migrations) + 1);

test('without MIGRATE_ON_START the server starts, and all migrations stay pending', async () => {
  const app = await buildApp({ ...empty, MIGRATE_ON_START: 'false' }, parts);
  const states = (await migrationStatus(app.db, 'migrations')).map(({ state }) => state);
  expect(states.filter((state) => state !== 'pending')).toEqual([]);
  const [table] = (
    (await app.db.execute(
      `select to_regclass('drizzle.__drizzle_migrations')::text as name`,
    )) as unknown as { rows: { name: string | null }[] }
  ).rows;
  expect(table?.name).toBeNull();
  await app.close();
});

test('a folder without migrations stops the start with a sentence', async () => {
  const elsewhere = {
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    MIGRATIONS_DIR: 'nowhere',
  };
  await expect(buildApp({ ...env, ...elsewhere }, parts)).rejects.toThrow(
    /MIGRATIONS_DIR names no folder of migrations: .*nowhere/,
  );
});
