import type { FastifyInstance, RouteOptions } from 'fastify';

/** Whether one of the hooks of this module guards the route, and which. */
export function asksForTenant(app: FastifyInstance, { onRequest }: RouteOptions) {
  const hooks: unknown[] = [onRequest ?? []].flat();
  if (hooks.includes(app.requireTenantAdmin)) return 'admin';
  if (hooks.includes(app.requireTenant)) return 'member';
  return hooks.includes(app.admitVisitors) ? 'visitor' : undefined;
}
