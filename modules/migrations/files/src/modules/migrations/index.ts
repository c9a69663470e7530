import fp from 'fastify-plugin';
import Type from 'typebox';
import type { Module } from '../../contracts/module.ts';

const Config = Type.Object({
  MIGRATE_ON_START: Type.Boolean({ default: true }),
  MIGRATIONS_DIR: Type.String({ default: 'migrations' }),
});

const migrations: Module = async (app) => {
  const { MIGRATE_ON_START, MIGRATIONS_DIR } = app.config(Config);
  if (MIGRATE_ON_START) await app.database.migrate(MIGRATIONS_DIR);
};

export default fp(migrations, {
  name: 'migrations',
  decorators: { fastify: ['config', 'database'] },
});
