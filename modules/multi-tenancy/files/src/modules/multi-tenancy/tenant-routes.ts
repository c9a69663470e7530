import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { createTenant } from './create-tenant.ts';
import { pageOf } from './page-of.ts';
import type { RequireMembership } from './require-membership.ts';
import {
  NewTenant,
  noContent,
  PageQuery,
  TenantChanges,
  TenantPage,
  tenantParams,
  tenantRef,
} from './schemas.ts';
import { tenantBody } from './tenant-body.ts';
import type { TenantStore } from './tenant-store.ts';

interface Options {
  create: ReturnType<typeof createTenant>;
  tenants: TenantStore;
  membership: RequireMembership;
}

const tags = ['tenants'];

/** Tenants, for those who are in them. */
export const tenantRoutes: FastifyPluginAsyncTypebox<Options> = async (app, options) => {
  const { create, tenants, membership } = options;
  const onRequest = app.requireIdentity;

  const creation = {
    operationId: 'createTenant',
    tags,
    summary: 'Create a tenant and become its owner',
    body: NewTenant,
    response: { 201: tenantRef, ...app.problems(409) },
  };
  const config = { limit: { max: 20, seconds: 3_600 } };
  app.post('/tenants', { onRequest, config, schema: creation }, async (request, reply) => {
    const tenant = await create(request.identity.userId, request.body);
    reply.code(201).header('location', `/tenants/${tenant.id}`);
    return tenantBody(tenant);
  });

  const list = {
    operationId: 'listTenants',
    tags,
    summary: 'List the tenants that I am in or invited to',
    querystring: PageQuery,
    response: { 200: TenantPage },
  };
  app.get('/tenants', { onRequest, schema: list }, async ({ identity, query }) => {
    const rows = await tenants.list(identity.userId, query);
    const { items, nextCursor } = pageOf(rows, query.limit, ({ id }) => id);
    return { items: items.map(tenantBody), nextCursor };
  });

  const read = {
    operationId: 'readTenant',
    tags,
    summary: 'Read a tenant that I am in',
    params: tenantParams,
    response: { 200: tenantRef, ...app.problems(404) },
  };
  app.get('/tenants/:id', { onRequest, schema: read }, async (request) =>
    tenantBody(await membership(request, request.params.id)),
  );

  changingRoutes(app, options);
};

const changingRoutes = (
  app: Parameters<FastifyPluginAsyncTypebox>[0],
  { tenants, membership }: Options,
) => {
  const onRequest = app.requireIdentity;

  const update = {
    operationId: 'updateTenant',
    tags,
    summary: 'Change a tenant, as one of its admins',
    params: tenantParams,
    body: TenantChanges,
    response: { 200: tenantRef, ...app.problems(403, 404, 409) },
  };
  app.patch('/tenants/:id', { onRequest, schema: update }, async (request) => {
    const before = await membership(request, request.params.id, 'owner', 'admin');
    const after = await tenants.update(before.id, request.body);
    if (!after) throw app.problem(404, 'not-found', 'The tenant no longer exists.');
    return tenantBody({ ...before, ...after });
  });

  const remove = {
    operationId: 'deleteTenant',
    tags,
    summary: 'Delete a tenant and all that is in it, as one of its owners',
    params: tenantParams,
    response: { 204: noContent, ...app.problems(403, 404) },
  };
  app.delete('/tenants/:id', { onRequest, schema: remove }, async (request, reply) => {
    const { id } = await membership(request, request.params.id, 'owner');
    await tenants.remove(id);
    return reply.code(204).send(null);
  });
};
