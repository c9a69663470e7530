import type { FastifyInstance } from 'fastify';
import type { TenantRole } from '../../contracts/tenancy.ts';

export const roles = ['owner', 'admin', 'member'] as const satisfies TenantRole[];
export type MemberRole = (typeof roles)[number];

export const isAdmin = (role: TenantRole) => role === 'owner' || role === 'admin';

/** Owners give and take every role, admins that of members only. */
export const mayManage = (actor: MemberRole, ...concerned: MemberRole[]) =>
  actor === 'owner' || (actor === 'admin' && concerned.every((role) => role === 'member'));

export const onlyOwners = ({ problem }: FastifyInstance) =>
  problem(403, 'forbidden', 'Only owners may do this.');
