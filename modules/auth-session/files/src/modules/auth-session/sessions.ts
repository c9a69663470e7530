import type { Sessions } from '../../contracts/sessions.ts';
import { csrfTokenOf } from './csrf-token.ts';
import type { Identifier } from './identify.ts';
import { hashOpaqueToken } from './opaque-token.ts';
import type { SignedInBody } from './schemas.ts';
import type { SessionCookie } from './session-cookie.ts';
import type { SessionStore } from './session-store.ts';

interface Parts {
  store: SessionStore;
  cookie: SessionCookie;
  people: Identifier;
}

/** What sign-in modules call. */
export function sessions({ store, cookie, people }: Parts): Sessions {
  /** Whatever the browser came with, planted or its own, is worth nothing after signing in. */
  async function endReplaced(cookieHeader: string | undefined) {
    const token = cookie.read(cookieHeader);
    if (token === null) return;
    const hash = hashOpaqueToken(token);
    await store.endByHash(hash);
    people.forget(hash);
  }

  return {
    async start(reply, user, first): Promise<SignedInBody> {
      const { headers } = reply.request;
      const userAgent = headers['user-agent']?.slice(0, 300) ?? null;
      const { session, token } = await store.start(user.id, userAgent, first);
      await endReplaced(headers.cookie);
      cookie.write(reply, token, session.endsAt);
      reply.header('cache-control', 'no-store');
      return { csrfToken: csrfTokenOf(token), expiresAt: session.endsAt.toISOString() };
    },
    async endAll(userId, first) {
      await store.endAll(userId, first);
      people.forgetAll();
    },
  };
}
