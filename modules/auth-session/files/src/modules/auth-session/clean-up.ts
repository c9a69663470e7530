import { desc, eq, inArray, lt } from 'drizzle-orm';
import type { Database } from '../../contracts/database.ts';
import { sessions } from './table.ts';

/** Small enough not to be felt by the request that happens to do it. */
const batch = 100;
const sessionsPerUser = 50;

/** Deletes a few expired rows. Called when others are added, so that it needs no timer. */
export async function deleteExpired(db: Database): Promise<void> {
  const expired = db
    .select({ id: sessions.id })
    .from(sessions)
    .where(lt(sessions.expiresAt, new Date()))
    .limit(batch)
    .for('update', { skipLocked: true });
  await db.delete(sessions).where(inArray(sessions.id, expired));
}

/** Signs out the browsers that were longest unused when somebody has very many. */
export async function deleteSurplus(db: Database, userId: string): Promise<void> {
  const surplus = db
    .select({ id: sessions.id })
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(desc(sessions.lastUsedAt))
    .offset(sessionsPerUser);
  await db.delete(sessions).where(inArray(sessions.id, surplus));
}
