import { and, desc, eq, gt } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Database } from '../../contracts/database.ts';
import type { DoneFirst } from '../../contracts/sessions.ts';
import { deleteExpired, deleteSurplus } from './clean-up.ts';
import { hashOpaqueToken, newOpaqueToken } from './opaque-token.ts';
import type { SessionConfig } from './session-config.ts';
import { firstTimes } from './session-times.ts';
import { type Session, sessions } from './table.ts';
import { useSession } from './use-session.ts';

/** Sessions in the database, which knows their tokens by hash only. */
export function sessionStore(db: Database, config: SessionConfig) {
  return {
    use: useSession(db, config),
    list: (userId: string) =>
      db
        .select()
        .from(sessions)
        .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, new Date())))
        .orderBy(desc(sessions.lastUsedAt)),
    async start(userId: string, userAgent: string | null, first?: DoneFirst) {
      await deleteExpired(db);
      const token = newOpaqueToken();
      const tokenHash = hashOpaqueToken(token);
      const session = { id: v7(), tokenHash, userId, userAgent, ...firstTimes(new Date(), config) };
      await db.transaction(async (tx) => {
        await first?.(tx);
        await tx.insert(sessions).values(session);
        await deleteSurplus(tx, userId);
      });
      return { session, token };
    },
    async endByHash(hash: string): Promise<void> {
      await db.delete(sessions).where(eq(sessions.tokenHash, hash));
    },
    /** The session that ended; undefined when the user has none with this id. */
    async end(userId: string, id: string): Promise<Session | undefined> {
      const own = and(eq(sessions.id, id), eq(sessions.userId, userId));
      const [ended] = await db.delete(sessions).where(own).returning();
      return ended;
    },
    endAll: (userId: string, first?: DoneFirst) =>
      db.transaction(async (tx) => {
        await first?.(tx);
        await tx.delete(sessions).where(eq(sessions.userId, userId));
      }),
  };
}
export type SessionStore = ReturnType<typeof sessionStore>;
