import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';
import { assertNoneSkipped } from './assert-none-skipped.ts';
import { MigrationsConfig } from './migrations-config.ts';

const migrations: Module = async (app) => {
  const { MIGRATE_ON_START, MIGRATIONS_DIR } = app.config(MigrationsConfig);
  const folder = app.fromRoot(MIGRATIONS_DIR);
  if (!existsSync(join(folder, 'meta/_journal.json'))) throw noMigrations(folder);
  if (!MIGRATE_ON_START) return;
  // Says in one sentence what is wrong with a database that does not answer.
  await app.database.ping();
  await assertNoneSkipped(app.db, folder);
  await app.database.migrate(folder);
};

const noMigrations = (folder: string) =>
  Object.assign(
    new Error(`The environment variable MIGRATIONS_DIR names no folder of migrations: ${folder}.`),
    { name: 'ConfigError' },
  );

export default fp(migrations, {
  name: 'migrations',
  decorators: { fastify: ['config', 'db', 'database'] },
});
