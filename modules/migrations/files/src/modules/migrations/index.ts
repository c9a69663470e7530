import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';
import { MigrationsConfig } from './migrations-config.ts';

const migrations: Module = async (app) => {
  const { MIGRATE_ON_START, MIGRATIONS_DIR } = app.config(MigrationsConfig);
  if (MIGRATE_ON_START) await app.database.migrate(MIGRATIONS_DIR);
};

export default fp(migrations, {
  name: 'migrations',
  decorators: { fastify: ['config', 'database'] },
});
