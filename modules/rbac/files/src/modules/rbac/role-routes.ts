import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { permissionsOf } from './permissions-of.ts';
import { permissions } from './policy.ts';
import type { RoleCache } from './role-cache.ts';
import { OwnPermissions, RoleList } from './schemas.ts';

/** What roles there are, and what the caller may do. */
export const roleRoutes: FastifyPluginAsyncTypebox<{ roles: RoleCache }> = async (app, options) => {
  const tags = ['roles'];

  const list = {
    operationId: 'listRoles',
    tags,
    summary: 'List roles and what they permit',
    response: { 200: RoleList },
  };
  app.get('/roles', { onRequest: app.requireAdmin, schema: list }, async () => ({
    items: Object.entries(app.policy).map(([name, role]) => {
      return { name, description: role.description, permissions: [...role.permissions] };
    }),
  }));

  const own = {
    operationId: 'listMyPermissions',
    tags,
    summary: 'List my roles and permissions',
    response: { 200: OwnPermissions },
  };
  app.get(
    '/users/me/permissions',
    { onRequest: app.requireIdentity, schema: own },
    async ({ identity: { userId, role } }) => {
      const held = await options.roles.get(userId);
      const permitted = role === 'admin' ? permissions : permissionsOf(app.policy, held);
      return { roles: [...held], permissions: [...permitted] };
    },
  );
};
