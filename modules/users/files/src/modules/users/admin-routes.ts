import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { listUsers } from './list-users.ts';
import { AdminChanges, pageQuery, UserPage, userBody, userParams, userRef } from './schemas.ts';

/** What admins may do with everybody's account. */
export const adminRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const onRequest = app.requireAdmin;
  const unknown = () => app.problem(404, 'not-found', 'There is no user with this id.');
  const tags = ['users'];

  const list = {
    operationId: 'listUsers',
    tags,
    summary: 'List users, oldest first',
    querystring: pageQuery,
    response: { 200: UserPage },
  };
  app.get('/users', { onRequest, schema: list }, ({ query }) => listUsers(app.db, query));

  const read = {
    operationId: 'readUser',
    tags,
    summary: 'Read a user',
    params: userParams,
    response: { 200: userRef, ...app.problems(404) },
  };
  app.get('/users/:id', { onRequest, schema: read }, async ({ params }) => {
    const user = await app.users.findById(params.id);
    if (!user) throw unknown();
    return userBody(user);
  });

  const update = {
    operationId: 'updateUser',
    tags,
    summary: "Change a user's role",
    params: userParams,
    body: AdminChanges,
    response: { 200: userRef, ...app.problems(404, 409) },
  };
  app.patch('/users/:id', { onRequest, schema: update }, async ({ params, body, identity }) => {
    // A slip here is one that nobody can undo alone.
    if (params.id.toLowerCase() === identity.userId)
      throw app.problem(409, 'own-role', 'Ask another admin to change your role.');
    const user = await app.users.update(params.id, body);
    if (!user) throw unknown();
    return userBody(user);
  });
};
