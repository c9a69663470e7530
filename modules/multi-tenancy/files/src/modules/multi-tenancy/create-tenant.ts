import { and, count, eq, isNotNull, sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { NewTenant } from './schemas.ts';
import { memberships, tenants } from './table.ts';
import type { TenancyConfig } from './tenancy-config.ts';

/** Keys of locks that keep one person from making many tenants at once. */
const ownersLock = 7_302;

/** The creator is its first owner. */
export const createTenant =
  (app: FastifyInstance, config: TenancyConfig) => (userId: string, values: NewTenant) =>
    app.db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${ownersLock}, hashtext(${userId}))`);
      const isOwner = and(eq(memberships.userId, userId), eq(memberships.role, 'owner'));
      // Nobody is kept from it by invitations of others.
      const owned = and(isOwner, isNotNull(memberships.acceptedAt));
      const [row] = await tx.select({ owned: count() }).from(memberships).where(owned);
      if (row && row.owned >= config.TENANTS_PER_OWNER)
        throw app.problem(409, 'too-many-tenants', 'You own as many tenants as you may.');
      const made = await tx.insert(tenants).values(values).onConflictDoNothing().returning();
      const [tenant] = made;
      if (!tenant) throw slugTaken(app);
      const first = {
        tenantId: tenant.id,
        userId,
        role: 'owner',
        acceptedAt: new Date(),
      } as const;
      await tx.insert(memberships).values(first);
      return { ...tenant, ...first };
    });

export const slugTaken = ({ problem }: FastifyInstance) =>
  problem(409, 'slug-taken', 'Another tenant has this slug.');
