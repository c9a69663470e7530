import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import type { Identifier, SignedIn } from './identify.ts';

declare module 'fastify' {
  interface FastifyRequest {
    signedIn: SignedIn | null;
  }
}

/** Adds `request.identity` and the hooks that see to it that somebody is signed in. */
export function requireIdentity(app: FastifyInstance, { identify }: Identifier) {
  const unauthenticated = () =>
    app.problem(401, 'unauthenticated', 'Sign in and send your access token.');

  const identity: onRequestAsyncHookHandler = async (request, reply) => {
    const { authorization } = request.headers;
    request.signedIn = await identify(authorization);
    if (request.signedIn) return;
    reply.header('www-authenticate', authorization ? 'Bearer error="invalid_token"' : 'Bearer');
    throw unauthenticated();
  };

  const admin: onRequestAsyncHookHandler = async function (request, reply) {
    await identity.call(this, request, reply);
    if (request.identity.role !== 'admin')
      throw app.problem(403, 'forbidden', 'Only admins may do this.');
  };

  app.decorateRequest('signedIn', null);
  app.decorateRequest('identity', {
    getter(this: FastifyRequest) {
      if (!this.signedIn) throw unauthenticated();
      return this.signedIn;
    },
  });
  app.decorate('requireIdentity', identity);
  app.decorate('requireAdmin', admin);
}
