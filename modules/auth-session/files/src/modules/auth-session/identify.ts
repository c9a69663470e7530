import type { FastifyInstance } from 'fastify';
import type { Identity } from '../../contracts/identity.ts';
import { hashOpaqueToken } from './opaque-token.ts';
import { sessionCache } from './session-cache.ts';
import type { SessionStore } from './session-store.ts';

/** The identity, and the session that it came with. */
export interface CurrentSession extends Identity {
  sessionId: string;
  token: string;
}

/** Tells whose session a token opens, as long as it lives. */
export function identifier(app: FastifyInstance, store: SessionStore, checkSeconds: number) {
  const cache = sessionCache(checkSeconds, async (hash: string) => {
    const session = await store.use(hash);
    const user = session && (await app.users.findById(session.userId));
    return user && { userId: user.id, role: user.role, sessionId: session.id };
  });
  app.users.onChange(cache.forgetAll);

  return {
    forget: cache.forget,
    forgetAll: cache.forgetAll,
    async identify(token: string): Promise<CurrentSession | null> {
      const found = await cache.get(hashOpaqueToken(token));
      return found && { ...found, token };
    },
  };
}
export type Identifier = ReturnType<typeof identifier>;
