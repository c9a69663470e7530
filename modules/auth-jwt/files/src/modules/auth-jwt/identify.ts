import type { FastifyInstance } from 'fastify';
import type { Identity } from '../../contracts/identity.ts';
import { sessionCache } from './session-cache.ts';
import type { SessionStore } from './session-store.ts';
import type { tokenReader } from './token-reader.ts';

/** The identity, and the session that it came with. */
export interface SignedIn extends Identity {
  sessionId: string;
}

/** Tells who sent an access token, as long as the session behind it lives. */
export function identifier(
  app: FastifyInstance,
  readToken: ReturnType<typeof tokenReader>,
  { store, checkSeconds }: { store: SessionStore; checkSeconds: number },
) {
  // The role comes from the database, not from the token, so that it too can be taken away.
  const cache = sessionCache(checkSeconds, async (sessionId): Promise<SignedIn | null> => {
    const session = await store.find(sessionId);
    const user = session && (await app.users.findById(session.userId));
    return user && { userId: user.id, role: user.role, sessionId };
  });
  app.users.onChange(cache.forgetAll);

  return {
    forget: cache.forget,
    forgetAll: cache.forgetAll,
    async identify(authorization: string | undefined): Promise<SignedIn | null> {
      const token = bearerToken(authorization);
      const claims = token ? await readToken(token) : null;
      const signedIn = claims && (await cache.get(claims.sessionId));
      return signedIn?.userId === claims?.userId ? signedIn : null;
    },
  };
}
export type Identifier = ReturnType<typeof identifier>;

/** Ours have some 400 characters. */
const maxLength = 2000;

function bearerToken(authorization = ''): string | undefined {
  if (authorization.length > maxLength) return undefined;
  return /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
}
