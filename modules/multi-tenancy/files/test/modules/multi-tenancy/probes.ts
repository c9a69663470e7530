import { sql } from 'drizzle-orm';
import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { v7 } from 'uuid';
import { buildApp } from '../../../src/app.ts';
import { currentTenant } from '../../../src/modules/multi-tenancy/current-tenant.ts';
import { modules } from '../../../src/modules.ts';

/** A table like those of entities. */
export const probes = pgTable('probes', {
  id: uuid().notNull().$defaultFn(v7),
  tenantId: uuid('tenant_id').notNull().default(currentTenant),
  name: text().notNull(),
});

const table = [
  'drop table if exists probes',
  `create table probes (
    id uuid not null,
    tenant_id uuid not null default current_tenant_id() references tenants (id) on delete cascade,
    name text not null,
    primary key (tenant_id, id),
    constraint probes_name_unique unique (tenant_id, name)
  )`,
  'alter table probes enable row level security',
  'alter table probes force row level security',
  `create policy probes_of_tenant on probes
    using (tenant_id = current_tenant_id()) with check (tenant_id = current_tenant_id())`,
];

/** The server with routes that go wrong in each way in which a handler can. */
async function probeRoutes(app: FastifyInstance) {
  for (const statement of table) await app.db.execute(sql.raw(statement));
  const all = app.db.select().from(probes).prepare('all_probes');
  const insert = (name: string) => app.db.insert(probes).values({ name });
  const onRequest = [app.requireIdentity, app.requireTenant];
  const named = { onRequest, schema: { querystring: { name: { type: 'string' } } } };
  const nameOf = ({ query }: { query: unknown }) => String((query as { name?: string }).name);

  app.get('/probes', { onRequest }, async () => (await all.execute()).map(({ name }) => name));
  app.get('/probes/open', { onRequest: app.admitVisitors }, async ({ tenant }) => ({
    role: tenant.role,
    names: (await all.execute()).map(({ name }) => name),
  }));
  app.get('/probes/me', { onRequest }, async ({ tenant, member }) => ({ tenant, member }));
  app.get(
    '/probes/admin',
    { onRequest: [app.requireIdentity, app.requireTenantAdmin] },
    () => 'yes',
  );
  app.post('/probes', named, async (request, reply) => {
    await insert(nameOf(request));
    return reply.code(201).send({ ok: true });
  });
  app.post('/probes/throw', named, async (request) => {
    await insert(nameOf(request));
    throw app.problem(409, 'changed-my-mind', 'No.');
  });
  app.post('/probes/refuse', named, async (request, reply) => {
    await insert(nameOf(request));
    return reply.code(409).send({ ok: false });
  });
  app.post('/probes/hijack', named, async (request, reply) => {
    await insert(nameOf(request));
    reply.hijack();
    reply.raw.end('past the framework');
  });
  app.post('/probes/late-failure', named, async (request) => {
    await insert(nameOf(request));
    await app.db.execute(sql`set constraints all deferred`);
    await app.db.execute(sql`create temp table late (id int, constraint one unique (id) deferrable
      initially deferred) on commit drop`);
    await app.db.execute(sql`insert into late values (1), (1)`);
    return { ok: true };
  });
  app.post('/probes/savepoint', named, async (request) => {
    const name = nameOf(request);
    await insert(`${name}-before`);
    await app.db
      .transaction(async (tx) => {
        await tx.insert(probes).values({ name: `${name}-inside` });
        await insert(`${name}-beside`);
        throw new Error('undo');
      })
      .catch(() => {});
    await insert(`${name}-after`);
    return { ok: true };
  });
}

export const startProbeApp = (env: NodeJS.ProcessEnv): Promise<FastifyInstance> =>
  buildApp(
    {
      ...process.env,
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      PGLITE_DIR: 'memory://',
      TENANT_IDLE_TIMEOUT_MS: '2000',
      ...env,
    },
    [...modules, fp(probeRoutes)],
  );

let shared: Promise<FastifyInstance> | undefined;

/** With a pool of two connections on PostgreSQL, so that requests must share them. */
export function probeApp(): Promise<FastifyInstance> {
  shared ??= startProbeApp({ DATABASE_POOL_MAX: '2' });
  return shared;
}
