import type { FastifyReply } from 'fastify';
import type { User } from './users.ts';

/** Keeps people signed in. The provider registers the schema `SignedIn` of what `start` returns. */
export interface Sessions {
  /** Signs a user in: sets what must be set on the reply and returns the response's body. */
  start(reply: FastifyReply, user: User): Promise<object>;
  /** Signs a user out everywhere, for example after a change of password. */
  endAll(userId: string): Promise<void>;
}

declare module 'fastify' {
  interface FastifyInstance {
    sessions: Sessions;
  }
}
