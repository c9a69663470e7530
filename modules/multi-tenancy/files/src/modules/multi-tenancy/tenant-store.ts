import { and, asc, eq, gt } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { slugTaken } from './create-tenant.ts';
import type { PageQuery, TenantChanges } from './schemas.ts';
import { memberships, tenants } from './table.ts';

const mine = {
  id: tenants.id,
  slug: tenants.slug,
  name: tenants.name,
  isPublic: tenants.isPublic,
  role: memberships.role,
  acceptedAt: memberships.acceptedAt,
  createdAt: tenants.createdAt,
  updatedAt: tenants.updatedAt,
};

/** Tenants, as their members see them. */
export function tenantStore(app: FastifyInstance) {
  const { db } = app;
  const select = () =>
    db.select(mine).from(memberships).innerJoin(tenants, eq(tenants.id, memberships.tenantId));
  const membership = (userId: string, id: string) =>
    and(eq(memberships.userId, userId), eq(memberships.tenantId, id));

  const find = async (userId: string, id: string) =>
    (await select().where(membership(userId, id)))[0];

  return {
    find,
    list: (userId: string, { cursor, limit }: PageQuery) =>
      select()
        .where(
          and(
            eq(memberships.userId, userId),
            cursor === undefined ? undefined : gt(memberships.tenantId, cursor),
          ),
        )
        .orderBy(asc(memberships.tenantId))
        // One more than asked for, which tells whether there is a next page.
        .limit(limit + 1),

    /** Undefined when it has just been deleted. */
    async update(id: string, changes: TenantChanges) {
      const changed = db.update(tenants).set(changes).where(eq(tenants.id, id)).returning();
      const [tenant] = await changed.catch((error) => {
        throw isTaken(error) ? slugTaken(app) : error;
      });
      return tenant;
    },

    /** With all that is in it. */
    remove: (id: string) => db.delete(tenants).where(eq(tenants.id, id)),
  };
}
const isTaken = ({ cause }: Error) => (cause as { code?: string } | undefined)?.code === '23505';

export type TenantStore = ReturnType<typeof tenantStore>;
export type MyTenant = NonNullable<Awaited<ReturnType<TenantStore['find']>>>;
