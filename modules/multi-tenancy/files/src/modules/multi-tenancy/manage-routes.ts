import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { MemberManager } from './manage-members.ts';
import { memberBody } from './member-body.ts';
import type { RequireMembership } from './require-membership.ts';
import { MemberChanges, memberParams, memberRef, noContent } from './schemas.ts';

interface Options {
  manager: MemberManager;
  membership: RequireMembership;
}

const tags = ['tenants'];

/** What admins and owners may do with members. */
export const manageRoutes: FastifyPluginAsyncTypebox<Options> = async (app, options) => {
  const { manager, membership } = options;
  const onRequest = app.requireIdentity;

  const setRole = {
    operationId: 'updateTenantMember',
    tags,
    summary: "Change a member's role",
    params: memberParams,
    body: MemberChanges,
    response: { 200: memberRef, ...app.problems(403, 404, 409) },
  };
  app.patch('/tenants/:id/members/:member', { onRequest, schema: setRole }, async (request) => {
    const { id, member } = request.params;
    const actor = await membership(request, id, 'owner', 'admin');
    return memberBody(app, await manager.setRole(actor, actor.id, member, request.body.role));
  });

  const remove = {
    operationId: 'removeTenantMember',
    tags,
    summary: 'Remove a member, at once',
    params: memberParams,
    response: { 204: noContent, ...app.problems(403, 404, 409) },
  };
  const one = '/tenants/:id/members/:member';
  app.delete(one, { onRequest, schema: remove }, async (request, reply) => {
    const actor = await membership(request, request.params.id, 'owner', 'admin');
    await manager.remove(actor, actor.id, request.params.member);
    return reply.code(204).send(null);
  });
};
