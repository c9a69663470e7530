import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';
import { adminRoutes } from './admin-routes.ts';
import { ownRoutes } from './own-routes.ts';
import { UserSchema } from './schemas.ts';

const routes: Module = async (app) => {
  app.addSchema(UserSchema);
  await app.register(ownRoutes);
  await app.register(adminRoutes);
};

export default fp(routes, {
  name: 'users-routes',
  decorators: { fastify: ['users', 'requireIdentity', 'requireAdmin'] },
});
