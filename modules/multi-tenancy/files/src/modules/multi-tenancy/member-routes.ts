import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { memberBody } from './member-body.ts';
import type { MemberStore } from './member-store.ts';
import { pageOf } from './page-of.ts';
import type { RequireMembership } from './require-membership.ts';
import { MemberPage, memberRef, NewMember, PageQuery, tenantParams } from './schemas.ts';

interface Options {
  members: MemberStore;
  membership: RequireMembership;
}

const tags = ['tenants'];

/** Who is in a tenant: for its members to read, and for admins and owners to add to. */
export const memberRoutes: FastifyPluginAsyncTypebox<Options> = async (app, options) => {
  const { members, membership } = options;
  const onRequest = app.requireIdentity;

  const list = {
    operationId: 'listTenantMembers',
    tags,
    summary: 'List the members of a tenant',
    params: tenantParams,
    querystring: PageQuery,
    response: { 200: MemberPage, ...app.problems(404) },
  };
  app.get('/tenants/:id/members', { onRequest, schema: list }, async (request) => {
    const { id } = await membership(request, request.params.id);
    const rows = await members.list(id, request.query);
    const { items, nextCursor } = pageOf(rows, request.query.limit, ({ userId }) => userId);
    return { items: await Promise.all(items.map((each) => memberBody(app, each))), nextCursor };
  });

  const invite = {
    operationId: 'inviteTenantMember',
    tags,
    summary: 'Invite somebody who has an account',
    params: tenantParams,
    body: NewMember,
    response: { 201: memberRef, ...app.problems(403, 404, 409, 422) },
  };
  const config = { limit: { max: 60, seconds: 3_600 } };
  app.post(
    '/tenants/:id/members',
    { onRequest, config, schema: invite },
    async (request, reply) => {
      const actor = await membership(request, request.params.id, 'owner', 'admin');
      const user = await app.users.findByEmail(request.body.email);
      if (!user) throw app.problem(422, 'unknown-user', 'Nobody has an account with this address.');
      const { role } = request.body;
      reply.code(201);
      return memberBody(
        app,
        await members.invite(actor, { tenantId: actor.id, userId: user.id, role }),
      );
    },
  );
};
