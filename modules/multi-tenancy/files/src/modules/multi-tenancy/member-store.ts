import { and, asc, count, eq, gt, isNull } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../../contracts/database.ts';
import type { Actor } from './manage-members.ts';
import { assertOwnersLeft, lockTenant } from './owners-left.ts';
import { type MemberRole, mayManage, onlyOwners } from './roles.ts';
import type { PageQuery } from './schemas.ts';
import { memberships } from './table.ts';
import type { TenancyConfig } from './tenancy-config.ts';

export type Membership = typeof memberships.$inferSelect;

export const membershipOf = (tenantId: string, userId: string) =>
  and(eq(memberships.tenantId, tenantId), eq(memberships.userId, userId));

export const findMember = async (db: Database, tenantId: string, userId: string) =>
  (await db.select().from(memberships).where(membershipOf(tenantId, userId)))[0];

/** Who is in a tenant, and who is invited to it. */
export function memberStore(app: FastifyInstance, config: TenancyConfig) {
  const { db } = app;

  return {
    list: (tenantId: string, { cursor, limit }: PageQuery) => {
      const after = cursor === undefined ? undefined : gt(memberships.userId, cursor);
      const listed = db.select().from(memberships);
      return listed
        .where(and(eq(memberships.tenantId, tenantId), after))
        .orderBy(asc(memberships.userId))
        .limit(limit + 1);
    },

    async invite(actor: Actor, values: { tenantId: string; userId: string; role: MemberRole }) {
      if (!mayManage(actor.role, values.role)) throw onlyOwners(app);
      return db.transaction(async (tx) => {
        await lockTenant(tx, values.tenantId);
        const all = eq(memberships.tenantId, values.tenantId);
        const [row] = await tx.select({ members: count() }).from(memberships).where(all);
        if (row && row.members >= config.MEMBERS_PER_TENANT)
          throw app.problem(409, 'too-many-members', 'The tenant has as many members as it may.');
        const added = await tx.insert(memberships).values(values).onConflictDoNothing().returning();
        if (!added[0]) throw app.problem(409, 'member-already', 'They are in the tenant already.');
        return added[0];
      });
    },

    async accept(tenantId: string, userId: string) {
      const open = and(membershipOf(tenantId, userId), isNull(memberships.acceptedAt));
      await db.update(memberships).set({ acceptedAt: new Date() }).where(open);
    },

    /** Whether they were in it. */
    leave: (tenantId: string, userId: string) =>
      db.transaction(async (tx) => {
        await assertOwnersLeft(app, tx, userId, tenantId);
        const own = tx.delete(memberships).where(membershipOf(tenantId, userId));
        return (await own.returning()).length > 0;
      }),
  };
}
export type MemberStore = ReturnType<typeof memberStore>;
