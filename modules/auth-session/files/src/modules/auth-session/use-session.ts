import { eq, sql } from 'drizzle-orm';
import type { Database } from '../../contracts/database.ts';
import type { SessionConfig } from './session-config.ts';
import { nextTimes } from './session-times.ts';
import { type Session, sessions } from './table.ts';

/** So that a busy session does not write with each request. */
const noteUseAfterMs = 60_000;

/** Finds sessions by the hash of their token, as long as they live; being asked for prolongs them. */
export function useSession(db: Database, config: SessionConfig) {
  const byHash = db
    .select()
    .from(sessions)
    .where(eq(sessions.tokenHash, sql.placeholder('hash')))
    .prepare('auth_cookie_session_by_hash');

  return async (hash: string): Promise<Session | null> => {
    const now = new Date();
    const [session] = await byHash.execute({ hash });
    if (!session || session.expiresAt <= now) return null;
    if (now.getTime() - session.lastUsedAt.getTime() >= noteUseAfterMs) {
      const itself = eq(sessions.id, session.id);
      await db
        .update(sessions)
        .set(nextTimes(now, session, config))
        .where(itself);
    }
    return session;
  };
}
