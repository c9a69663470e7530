import type { FastifyInstance } from 'fastify';
import type { Role } from '../../../src/contracts/users.ts';
import { signIn as signInUser } from '../sign-in.ts';
import { addMember } from './add-member.ts';
import { tenantOf, testTenant } from './test-tenant.ts';

/** A new member or admin of the tenant for tests who is signed in. */
export async function signIn(app: FastifyInstance, { role = 'member' }: { role?: Role } = {}) {
  const { userId, headers } = await signInUser(app);
  await addMember(app, { tenantId: await tenantOf(app, testTenant), userId, role });
  return { userId, headers };
}
