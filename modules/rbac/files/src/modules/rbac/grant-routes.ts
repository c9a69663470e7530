import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { GrantKeeper } from './grant-keeper.ts';
import { GrantList, grantList, grantParams, NewRoles, userParams } from './schemas.ts';

const byOf = ({ identity, log }: Pick<FastifyRequest, 'identity' | 'log'>) => {
  return { userId: identity.userId, log };
};

/** How admins give roles to others, and take them. */
export const grantRoutes: FastifyPluginAsyncTypebox<{ keeper: GrantKeeper }> = async (
  app,
  { keeper },
) => {
  const onRequest = app.requireAdmin;
  const tags = ['roles'];
  const done = Type.Null({ description: 'Done' });
  const userId = (id: string) => id.toLowerCase();

  const list = {
    operationId: 'listUserRoles',
    tags,
    summary: "List a user's roles",
    params: userParams,
    response: { 200: GrantList, ...app.problems(404) },
  };
  app.get('/users/:id/roles', { onRequest, schema: list }, async ({ params }) =>
    grantList(await keeper.list(userId(params.id))),
  );

  const replace = {
    operationId: 'replaceUserRoles',
    tags,
    summary: 'Give a user these roles and take all others',
    params: userParams,
    body: NewRoles,
    response: { 200: GrantList, ...app.problems(404, 409, 422) },
  };
  app.put('/users/:id/roles', { onRequest, schema: replace }, async (request) => {
    const { params, body } = request;
    return grantList(await keeper.replace(userId(params.id), body.roles, byOf(request)));
  });

  const change = (operationId: string, summary: string, ...statuses: number[]) => {
    const response = { 204: done, ...app.problems(404, 409, ...statuses) };
    return { operationId, tags, summary, params: grantParams, response };
  };
  const grant = change('grantUserRole', 'Give a user a role', 422);
  app.put('/users/:id/roles/:role', { onRequest, schema: grant }, async (request, reply) => {
    await keeper.grant(userId(request.params.id), request.params.role, byOf(request));
    return reply.code(204).send(null);
  });

  const revoke = change('revokeUserRole', 'Take a role from a user');
  app.delete('/users/:id/roles/:role', { onRequest, schema: revoke }, async (request, reply) => {
    await keeper.revoke(userId(request.params.id), request.params.role, byOf(request));
    return reply.code(204).send(null);
  });
};
