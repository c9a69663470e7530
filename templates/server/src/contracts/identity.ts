import type { onRequestAsyncHookHandler } from 'fastify';
import type { Role } from './users.ts';

/** Who makes the request. */
export interface Identity {
  userId: string;
  role: Role;
}

/** How callers prove who they are, in the words of OpenAPI's security schemes. */
export interface IdentityScheme {
  name: string;
  scheme: { type: string; [field: string]: string };
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Throws a 401 problem when nobody is signed in. */
    identity: Identity;
  }
  interface FastifyInstance {
    /** `onRequest` hook: answers 401 unless somebody is signed in. */
    requireIdentity: onRequestAsyncHookHandler;
    /** `onRequest` hook: answers 401 to nobody and 403 to those who are not admins. */
    requireAdmin: onRequestAsyncHookHandler;
    identityScheme: IdentityScheme;
  }
}
