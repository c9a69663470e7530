import type { FastifyInstance } from 'fastify';
import type { Membership } from './member-store.ts';

/** A member as others in the tenant may see them. */
export async function memberBody({ users, problem }: FastifyInstance, membership: Membership) {
  const user = await users.findById(membership.userId);
  if (!user) throw problem(404, 'not-found', 'An account has just been deleted: try again.');
  return {
    userId: user.id,
    email: user.email,
    name: user.name,
    role: membership.role,
    accepted: membership.acceptedAt !== null,
    createdAt: membership.createdAt.toISOString(),
  };
}
