import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { Database } from '../../contracts/database.ts';
import { outgoingMails } from './table.ts';

/**
 * Gives mails that were given up their attempts back: one, or all, but none whose time is over.
 * Resolves to what happened.
 */
export async function retryFailed(db: Database, id?: string): Promise<string> {
  const mails = await db
    .update(outgoingMails)
    .set({ state: 'waiting', attempts: 0, dueAt: sql`now()`, finishedAt: null })
    .where(
      and(
        eq(outgoingMails.state, 'failed'),
        or(isNull(outgoingMails.expiresAt), gt(outgoingMails.expiresAt, sql`now()`)),
        id ? eq(sql`${outgoingMails.id}::text`, id) : undefined,
      ),
    )
    .returning({ id: outgoingMails.id });
  return `${mails.length} ${mails.length === 1 ? 'mail waits' : 'mails wait'} for another attempt.`;
}
