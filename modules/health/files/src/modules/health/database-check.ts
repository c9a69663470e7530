import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';

/** Ready only while the database answers. */
const databaseCheck: Module = async (app) => {
  app.addReadinessCheck('database', () => app.database.ping());
};

export default fp(databaseCheck, {
  name: 'health-database-check',
  decorators: { fastify: ['addReadinessCheck'] },
});
