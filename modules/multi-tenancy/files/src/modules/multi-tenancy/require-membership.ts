import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { MemberRole } from './roles.ts';
import type { TenantStore } from './tenant-store.ts';

/** The caller's tenant of this id, if they are one of `roles` there; else it looks as if unknown. */
export const requireMembership =
  ({ problem }: FastifyInstance, store: TenantStore) =>
  async ({ identity }: FastifyRequest, id: string, ...roles: MemberRole[]) => {
    const tenant = await store.find(identity.userId, id);
    if (!tenant?.acceptedAt) throw problem(404, 'not-found', 'You are in no such tenant.');
    if (roles.length > 0 && !roles.includes(tenant.role))
      throw problem(403, 'forbidden', `Only ${roles.join('s and ')}s of the tenant may do this.`);
    return tenant;
  };
export type RequireMembership = ReturnType<typeof requireMembership>;
