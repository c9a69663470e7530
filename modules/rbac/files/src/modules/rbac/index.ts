import fp from 'fastify-plugin';
import Type from 'typebox';
import type { Module } from '../../contracts/module.ts';
import { grantKeeper } from './grant-keeper.ts';
import { grantRoutes } from './grant-routes.ts';
import { grantStore } from './grant-store.ts';
import { policy } from './policy.ts';
import { requirePermission } from './require-permission.ts';
import { roleCache } from './role-cache.ts';
import { roleRoutes } from './role-routes.ts';

const Config = Type.Object({
  ROLE_CHECK_SECONDS: Type.Integer({ default: 5, minimum: 0, maximum: 60 }),
});

const rbac: Module = async (app) => {
  const { ROLE_CHECK_SECONDS } = app.config(Config);
  const store = grantStore(app.db);
  const roles = roleCache(ROLE_CHECK_SECONDS, async (userId) =>
    (await store.list(userId)).map(({ role }) => role),
  );
  app.users.onChange(roles.forget);

  app.decorate('policy', policy);
  requirePermission(app, roles);
  await app.register(roleRoutes, { roles });
  await app.register(grantRoutes, { keeper: grantKeeper(app, store, roles.forget) });
};

export default fp(rbac, {
  name: 'rbac',
  decorators: {
    fastify: ['config', 'db', 'identityScheme', 'problem', 'problems', 'requireIdentity', 'users'],
  },
});
