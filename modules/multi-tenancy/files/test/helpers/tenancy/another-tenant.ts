import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { signIn } from '../sign-in.ts';
import { addMember } from './add-member.ts';
import { tenantOf } from './test-tenant.ts';

/** A tenant with an owner who is signed in: send the headers with requests. */
export async function anotherTenant(app: FastifyInstance) {
  const slug = `tenant-${randomUUID().slice(0, 8)}`;
  const tenantId = await tenantOf(app, slug);
  const { userId, headers } = await signIn(app);
  await addMember(app, { tenantId, userId, role: 'owner' });
  return { tenantId, slug, userId, headers: { ...headers, 'x-tenant': slug } };
}
