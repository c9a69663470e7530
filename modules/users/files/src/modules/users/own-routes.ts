import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { OwnChanges, userBody, userRef } from './schemas.ts';

/** What signed-in people may do with their own account. */
export const ownRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const onRequest = app.requireIdentity;
  const gone = () => app.problem(404, 'not-found', 'The account no longer exists.');
  const tags = ['users'];

  const readMe = {
    operationId: 'readMe',
    tags,
    summary: 'Read my account',
    response: { 200: userRef, ...app.problems(404) },
  };
  app.get('/users/me', { onRequest, schema: readMe }, async ({ identity }) => {
    const user = await app.users.findById(identity.userId);
    if (!user) throw gone();
    return userBody(user);
  });

  const updateMe = {
    operationId: 'updateMe',
    tags,
    summary: 'Change my account',
    body: OwnChanges,
    response: { 200: userRef, ...app.problems(404) },
  };
  app.patch('/users/me', { onRequest, schema: updateMe }, async ({ identity, body }) => {
    const user = await app.users.update(identity.userId, body);
    if (!user) throw gone();
    return userBody(user);
  });

  const deleteMe = {
    operationId: 'deleteMe',
    tags,
    summary: 'Delete my account and all that belongs to it',
    response: { 204: Type.Null({ description: 'Done' }), ...app.problems(409) },
  };
  app.delete('/users/me', { onRequest, schema: deleteMe }, async ({ identity }, reply) => {
    await app.users.delete(identity.userId);
    return reply.code(204).send(null);
  });
};
