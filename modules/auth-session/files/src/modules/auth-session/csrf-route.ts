import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { csrfTokenOf } from './csrf-token.ts';
import { CsrfToken } from './schemas.ts';

/** For pages on other origins, and for those that were loaded anew and forgot the token. */
export const csrfRoute: FastifyPluginAsyncTypebox = async (app) => {
  const schema = {
    operationId: 'csrfToken',
    tags: ['auth'],
    summary: 'Read the token that requests of this session carry as X-CSRF-Token',
    response: { 200: CsrfToken },
  };
  app.get('/auth/csrf', { onRequest: app.requireIdentity, schema }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    return { csrfToken: csrfTokenOf(request.currentSession?.token ?? '') };
  });
};
