import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { SignedInBody } from './schemas.ts';
import { RefreshBody, signedInRef } from './schemas.ts';
import type { SessionStore } from './session-store.ts';
import type { Session } from './table.ts';

interface Options {
  store: SessionStore;
  forget(sessionId: string): void;
  body(session: Session, refreshToken: string): Promise<SignedInBody>;
}

/** New tokens for old. */
export const tokenRoutes: FastifyPluginAsyncTypebox<Options> = async (app, options) => {
  const refresh = {
    operationId: 'refreshTokens',
    tags: ['auth'],
    summary: 'Exchange the refresh token for new tokens',
    description: 'Each refresh token works once. A second use ends the session.',
    body: RefreshBody,
    response: { 200: signedInRef, ...app.problems(401) },
  };
  const config = { limit: { max: 30, seconds: 60 } };

  app.post('/auth/refresh', { config, schema: refresh }, async (request, reply) => {
    const rotation = await options.store.rotate(request.body.refreshToken);
    if (rotation.outcome === 'rotated') {
      reply.header('cache-control', 'no-store');
      return options.body(rotation.session, rotation.refreshToken);
    }
    if (rotation.outcome === 'reused') {
      const { id: sessionId, userId } = rotation.session;
      options.forget(sessionId);
      request.log.warn({ sessionId, userId }, 'a used refresh token came back: session ended');
    }
    throw app.problem(401, 'invalid-refresh-token', 'Sign in again.');
  });
};
