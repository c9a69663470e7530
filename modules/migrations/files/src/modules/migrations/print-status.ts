import type { FastifyInstance } from 'fastify';
import { migrationStatus } from './migration-status.ts';
import { MigrationsConfig } from './migrations-config.ts';

/** One line per migration: `applied 0000_products`. */
export async function printStatus(app: FastifyInstance, print = console.log) {
  const { MIGRATIONS_DIR } = app.config(MigrationsConfig);
  // Says in one sentence what is wrong with a database that does not answer.
  await app.database.ping();
  const migrations = await migrationStatus(app.db, app.fromRoot(MIGRATIONS_DIR));
  for (const { state, name } of migrations) print(`${state.padEnd(8)} ${name}`);
  if (migrations.some(({ state }) => state === 'edited'))
    print('An applied migration must not be edited: write a new one instead.');
}
