import { and, eq, inArray, lte, or, sql } from 'drizzle-orm';
import type { Database } from '../../contracts/database.ts';
import { outgoingMails } from './table.ts';

const batch = 1000;
const now = sql`now()`;

/** Ends mails whose time is over, and forgets what they said. Resolves to their ids. */
export async function giveUpExpired(db: Database): Promise<string[]> {
  const isNobodys = or(eq(outgoingMails.state, 'waiting'), lte(outgoingMails.dueAt, now));
  const late = db
    .select({ id: outgoingMails.id })
    .from(outgoingMails)
    .where(
      and(
        sql`${outgoingMails.state} in ('waiting', 'sending')`,
        lte(outgoingMails.expiresAt, now),
        isNobodys,
      ),
    )
    .limit(batch)
    .for('update', { skipLocked: true });
  const end = { state: 'failed', lastError: 'expired', text: null, html: null } as const;
  const ended = await db
    .update(outgoingMails)
    .set({ ...end, leaseId: null, finishedAt: now })
    .where(inArray(outgoingMails.id, late))
    .returning({ id: outgoingMails.id });
  return ended.map(({ id }) => id);
}
