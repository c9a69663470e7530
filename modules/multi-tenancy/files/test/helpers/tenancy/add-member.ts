import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { TenantRole } from '../../../src/contracts/tenancy.ts';

/** Makes somebody a member without asking anybody. */
export const addMember = (
  app: FastifyInstance,
  { tenantId, userId, role = 'member' }: { tenantId: string; userId: string; role?: TenantRole },
) =>
  app.db.execute(sql`
    insert into tenant_memberships (tenant_id, user_id, role, accepted_at, created_at)
    values (${tenantId}, ${userId}, ${role}, now(), now())`);
