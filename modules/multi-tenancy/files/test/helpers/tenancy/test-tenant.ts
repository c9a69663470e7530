import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { only } from './only-row.ts';

/** The tenant that tests act in unless they say another. */
export const testTenant = 'test';

/** The id of the tenant of this slug, which is public; made when there is none. */
export async function tenantOf(app: FastifyInstance, slug: string): Promise<string> {
  await app.db.execute(sql`
    insert into tenants (id, slug, name, is_public, created_at, updated_at)
    values (gen_random_uuid(), ${slug}, ${slug}, true, now(), now()) on conflict do nothing`);
  const { id } = only(await app.db.execute(sql`select id from tenants where slug = ${slug}`));
  return String(id);
}

/** Does the work in the tenant that surrounds the call, or else in the one for tests. */
export async function inTestTenant<T>(
  app: FastifyInstance,
  work: () => PromiseLike<T>,
): Promise<T> {
  const { id } = only(await app.db.execute(sql`select current_tenant_id() as id`));
  if (id) return work();
  return app.inTenant(await tenantOf(app, testTenant), async () => work());
}
