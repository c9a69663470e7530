import { and, asc, eq, isNotNull, or, sql } from 'drizzle-orm';
import type { Database } from '../../contracts/database.ts';
import { memberships, tenants } from './table.ts';

/** Which tenant a request is about. Asked anew each time: who is removed is out at once. */
export function tenantFinder(db: Database) {
  const found = { id: tenants.id, role: memberships.role };
  const isMember = and(
    eq(memberships.userId, sql.placeholder('userId')),
    isNotNull(memberships.acceptedAt),
  );
  const name = sql.placeholder('name');

  const named = db
    .select(found)
    .from(memberships)
    .innerJoin(tenants, eq(tenants.id, memberships.tenantId))
    .where(and(isMember, or(eq(tenants.slug, name), sql`${tenants.id}::text = ${name}`)))
    .prepare('tenant_of_member');

  const own = db
    .select(found)
    .from(memberships)
    .innerJoin(tenants, eq(tenants.id, memberships.tenantId))
    .where(isMember)
    .orderBy(asc(tenants.id))
    .limit(2)
    .prepare('tenants_of_member');

  const open = db
    .select({ id: tenants.id })
    .from(tenants)
    .where(and(eq(tenants.slug, name), eq(tenants.isPublic, true)))
    .prepare('public_tenant');

  return {
    named: async (userId: string, name: string) => (await named.execute({ userId, name }))[0],
    /** At most two: enough to tell whether there is just one. */
    own: (userId: string) => own.execute({ userId }),
    public: async (name: string) => (await open.execute({ name }))[0],
  };
}
