import { and, desc, eq, gt, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Database } from '../../contracts/database.ts';
import type { DoneFirst } from '../../contracts/sessions.ts';
import type { AuthConfig } from './auth-config.ts';
import { deleteExpired, deleteSurplus } from './clean-up.ts';
import { issueRefreshToken } from './issue-refresh-token.ts';
import { rotateRefreshToken } from './rotate-refresh-token.ts';
import { firstTimes } from './session-times.ts';
import { type Session, sessions } from './table.ts';

/** Sessions and their refresh tokens in the database. */
export function sessionStore(db: Database, config: AuthConfig) {
  const byId = db
    .select()
    .from(sessions)
    .where(eq(sessions.id, sql.placeholder('id')))
    .prepare('auth_session_by_id');

  return {
    async find(id: string): Promise<Session | null> {
      const [session] = await byId.execute({ id });
      return session && session.expiresAt > new Date() ? session : null;
    },
    list: (userId: string) =>
      db
        .select()
        .from(sessions)
        .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, new Date())))
        .orderBy(desc(sessions.lastUsedAt)),
    async start(userId: string, userAgent: string | null, first?: DoneFirst) {
      await deleteExpired(db);
      const session = { id: v7(), userId, userAgent, ...firstTimes(new Date(), config) };
      return db.transaction(async (tx) => {
        await first?.(tx);
        await tx.insert(sessions).values(session);
        await deleteSurplus(tx, userId);
        return { session, refreshToken: await issueRefreshToken(tx, session) };
      });
    },
    async rotate(refreshToken: string) {
      await deleteExpired(db);
      return rotateRefreshToken(db, refreshToken, config);
    },
    /** False when the user has no such session. */
    async end(userId: string, id: string): Promise<boolean> {
      const own = and(eq(sessions.id, id), eq(sessions.userId, userId));
      return (await db.delete(sessions).where(own).returning()).length > 0;
    },
    endAll: (userId: string, first?: DoneFirst) =>
      db.transaction(async (tx) => {
        await first?.(tx);
        await tx.delete(sessions).where(eq(sessions.userId, userId));
      }),
  };
}
export type SessionStore = ReturnType<typeof sessionStore>;
