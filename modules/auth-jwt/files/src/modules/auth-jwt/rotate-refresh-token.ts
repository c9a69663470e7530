import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Database } from '../../contracts/database.ts';
import type { AuthConfig } from './auth-config.ts';
import { issueRefreshToken } from './issue-refresh-token.ts';
import { hashOpaqueToken } from './opaque-token.ts';
import { nextTimes } from './session-times.ts';
import { refreshTokens, type Session, sessions } from './table.ts';

export type Rotation =
  | { outcome: 'rotated'; session: Session; refreshToken: string }
  | { outcome: 'reused'; session: Session }
  | { outcome: 'unknown' };

/** Takes a refresh token in for a new one. One that comes a second time ends its session. */
export function rotateRefreshToken(
  db: Database,
  token: string,
  config: AuthConfig,
): Promise<Rotation> {
  const hash = hashOpaqueToken(token);
  const now = new Date();
  return db.transaction(async (tx): Promise<Rotation> => {
    const session = await lockSession(tx, hash, now);
    if (!session) return { outcome: 'unknown' };
    const itself = eq(sessions.id, session.id);
    if (!(await spend(tx, hash, now))) {
      await tx.delete(sessions).where(itself);
      return { outcome: 'reused', session };
    }
    const moved = { ...session, ...nextTimes(now, session, config) };
    await tx.update(sessions).set(moved).where(itself);
    const refreshToken = await issueRefreshToken(tx, moved);
    return { outcome: 'rotated', session: moved, refreshToken };
  });
}

/** Refreshes of one session wait for each other here: only one of them finds the token unused. */
async function lockSession(tx: Database, hash: string, now: Date): Promise<Session | undefined> {
  const [found] = await tx
    .select({ session: sessions })
    .from(sessions)
    .innerJoin(refreshTokens, eq(refreshTokens.sessionId, sessions.id))
    .where(and(eq(refreshTokens.hash, hash), gt(refreshTokens.expiresAt, now)))
    .for('update', { of: sessions });
  return found?.session;
}

async function spend(tx: Database, hash: string, now: Date): Promise<boolean> {
  const unused = and(eq(refreshTokens.hash, hash), isNull(refreshTokens.usedAt));
  const spent = await tx.update(refreshTokens).set({ usedAt: now }).where(unused).returning();
  return spent.length > 0;
}
