import type { FastifyReply } from 'fastify';
import type { Database } from './database.ts';
import type { User } from './users.ts';

/**
 * Done first, in the same transaction: when it throws, nothing happened. It locks, if anything, the
 * row of the user before others.
 */
export type DoneFirst = (tx: Database) => Promise<void>;

/** Keeps people signed in. The provider registers the schema `SignedIn` of what `start` returns. */
export interface Sessions {
  /** Signs a user in: sets what must be set on the reply and returns the response's body. */
  start(reply: FastifyReply, user: User, first?: DoneFirst): Promise<object>;
  /**
   * Signs a user out everywhere, for example together with a change of password. What the process
   * remembers of the sessions is forgotten after the commit.
   */
  endAll(userId: string, first?: DoneFirst): Promise<void>;
}

declare module 'fastify' {
  interface FastifyInstance {
    sessions: Sessions;
  }
}
