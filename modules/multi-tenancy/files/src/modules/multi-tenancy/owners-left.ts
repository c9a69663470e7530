import { and, asc, eq, inArray, isNotNull, ne, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../../contracts/database.ts';
import { memberships, tenants } from './table.ts';

const others = alias(memberships, 'others');

/**
 * Throws when a tenant, or any one, would be without owner if this user were none. The tenants stay
 * locked until the transaction ends, so that of two owners who leave at once one finds itself alone.
 */
export async function assertOwnersLeft(
  { problem }: FastifyInstance,
  db: Database,
  userId: string,
  tenantId?: string,
) {
  const owned = and(
    eq(memberships.userId, userId),
    eq(memberships.role, 'owner'),
    tenantId === undefined ? undefined : eq(memberships.tenantId, tenantId),
  );
  const ids = db.select({ id: memberships.tenantId }).from(memberships).where(owned);
  await lock(db, inArray(tenants.id, ids));
  const another = db
    .select({ one: sql`1` })
    .from(others)
    .where(
      and(
        eq(others.tenantId, memberships.tenantId),
        eq(others.role, 'owner'),
        isNotNull(others.acceptedAt),
        ne(others.userId, memberships.userId),
      ),
    );
  const alone = await db
    .select({ id: memberships.tenantId })
    .from(memberships)
    .where(and(owned, isNotNull(memberships.acceptedAt), notExists(another)))
    .limit(1);
  if (alone.length > 0)
    throw problem(409, 'last-owner', 'The only owner must make somebody else one first.');
}

export const lockTenant = (db: Database, id: string) => lock(db, eq(tenants.id, id));

/** Members come and go one after another; rows of entities may be written meanwhile. */
const lock = (db: Database, which: ReturnType<typeof eq>) =>
  db
    .select({ id: tenants.id })
    .from(tenants)
    .where(which)
    .orderBy(asc(tenants.id))
    .for('no key update');
