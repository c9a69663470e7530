import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { MemberStore } from './member-store.ts';
import { noContent, tenantParams, tenantRef } from './schemas.ts';
import { tenantBody } from './tenant-body.ts';
import type { TenantStore } from './tenant-store.ts';

interface Options {
  tenants: TenantStore;
  members: MemberStore;
}

const tags = ['tenants'];

/** What people decide themselves: nobody is in a tenant against their will. */
export const invitationRoutes: FastifyPluginAsyncTypebox<Options> = async (app, options) => {
  const { tenants, members } = options;
  const onRequest = app.requireIdentity;
  const unknown = () => app.problem(404, 'not-found', 'You are neither in this nor invited to it.');

  const accept = {
    operationId: 'acceptTenantInvitation',
    tags,
    summary: 'Accept an invitation',
    params: tenantParams,
    response: { 200: tenantRef, ...app.problems(404) },
  };
  app.put('/tenants/:id/members/me', { onRequest, schema: accept }, async (request) => {
    const { userId } = request.identity;
    await members.accept(request.params.id, userId);
    const tenant = await tenants.find(userId, request.params.id);
    if (!tenant) throw unknown();
    return tenantBody(tenant);
  });

  const leave = {
    operationId: 'leaveTenant',
    tags,
    summary: 'Leave a tenant, or decline an invitation',
    params: tenantParams,
    response: { 204: noContent, ...app.problems(404, 409) },
  };
  app.delete('/tenants/:id/members/me', { onRequest, schema: leave }, async (request, reply) => {
    const left = await members.leave(request.params.id, request.identity.userId);
    if (!left) throw unknown();
    return reply.code(204).send(null);
  });
};
