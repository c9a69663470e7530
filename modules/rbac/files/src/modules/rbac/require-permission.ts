import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import type { Permission } from '../../contracts/permissions.ts';
import { permissionsOf } from './permissions-of.ts';
import type { RoleCache } from './role-cache.ts';

/** Adds `request.can`, and the hooks that keep out who may not. */
export function requirePermission(app: FastifyInstance, roles: RoleCache) {
  const permissionOf = new WeakMap<object, Permission>();

  app.decorateRequest('can', async function (this: FastifyRequest, permission: Permission) {
    const { userId, role } = this.identity;
    if (role === 'admin') return true;
    return permissionsOf(app.policy, await roles.get(userId)).has(permission);
  });

  app.decorate('requirePermission', (permission) => {
    const hook: onRequestAsyncHookHandler = async function (request, reply) {
      await app.requireIdentity.call(this, request, reply);
      if (!(await request.can(permission)))
        throw app.problem(403, 'forbidden', `This takes the permission ${permission}.`);
    };
    permissionOf.set(hook, permission);
    return hook;
  });

  // The schema of a guarded route says that it is, so that the docs cannot be wrong.
  app.addHook('onRoute', (route) => {
    const needed = [route.onRequest ?? []].flat().flatMap((hook) => permissionOf.get(hook) ?? []);
    if (!route.schema || needed.length === 0) return;
    const security = [{ [app.identityScheme.name]: [] }];
    const description = `Takes the permission ${needed.map((name) => `\`${name}\``).join(' and ')}.`;
    const response = { ...app.problems(401, 403), ...(route.schema.response as object) };
    route.schema = { description, ...route.schema, security, response };
  });
}
