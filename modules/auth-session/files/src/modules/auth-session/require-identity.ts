import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import type { CurrentSession, Identifier } from './identify.ts';
import type { SessionCookie } from './session-cookie.ts';

declare module 'fastify' {
  interface FastifyRequest {
    currentSession: CurrentSession | null;
  }
}

/** Adds `request.identity` and the hooks that see to it that somebody is signed in. */
export function requireIdentity(
  app: FastifyInstance,
  cookie: SessionCookie,
  { identify }: Identifier,
) {
  const unauthenticated = () =>
    app.problem(401, 'unauthenticated', 'Sign in and send the session cookie.');

  const identity: onRequestAsyncHookHandler = async (request, reply) => {
    const token = cookie.read(request.headers.cookie);
    request.currentSession = token === null ? null : await identify(token);
    if (!request.currentSession) throw unauthenticated();
    // Shared caches keep what was asked for with a cookie, unless they are told not to.
    reply.header('cache-control', 'private, no-cache');
  };

  const admin: onRequestAsyncHookHandler = async function (request, reply) {
    await identity.call(this, request, reply);
    if (request.identity.role !== 'admin')
      throw app.problem(403, 'forbidden', 'Only admins may do this.');
  };

  app.decorateRequest('currentSession', null);
  app.decorateRequest('identity', {
    getter(this: FastifyRequest) {
      if (!this.currentSession) throw unauthenticated();
      return this.currentSession;
    },
  });
  app.decorate('requireIdentity', identity);
  app.decorate('requireAdmin', admin);
}
