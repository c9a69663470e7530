import type { FastifyInstance } from 'fastify';
import type { Database } from '../../contracts/database.ts';
import { findMember, membershipOf } from './member-store.ts';
import { assertOwnersLeft, lockTenant } from './owners-left.ts';
import { type MemberRole, mayManage, onlyOwners } from './roles.ts';
import { memberships } from './table.ts';

/** Who acts, and as what. */
export interface Actor {
  role: MemberRole;
}

/** What admins and owners do with members, one after another in each tenant. */
export function memberManager(app: FastifyInstance) {
  const { db } = app;

  async function managed(tx: Database, actor: Actor, tenantId: string, userId: string) {
    await lockTenant(tx, tenantId);
    const member = await findMember(tx, tenantId, userId);
    if (!member) throw app.problem(404, 'not-found', 'The tenant has no such member.');
    if (!mayManage(actor.role, member.role)) throw onlyOwners(app);
    return member;
  }

  return {
    setRole: (actor: Actor, tenantId: string, userId: string, role: MemberRole) =>
      db.transaction(async (tx) => {
        const member = await managed(tx, actor, tenantId, userId);
        if (!mayManage(actor.role, role)) throw onlyOwners(app);
        if (role !== 'owner') await assertOwnersLeft(app, tx, userId, tenantId);
        await tx.update(memberships).set({ role }).where(membershipOf(tenantId, userId));
        return { ...member, role };
      }),

    remove: (actor: Actor, tenantId: string, userId: string) =>
      db.transaction(async (tx) => {
        await managed(tx, actor, tenantId, userId);
        await assertOwnersLeft(app, tx, userId, tenantId);
        await tx.delete(memberships).where(membershipOf(tenantId, userId));
      }),
  };
}
export type MemberManager = ReturnType<typeof memberManager>;
