import { and, inArray, lt, sql } from 'drizzle-orm';
import type { Database } from '../../contracts/database.ts';
import { outgoingMails } from './table.ts';

const batch = 1000;

/** Deletes mails that were sent or given up so many days ago. Resolves to their number. */
export async function clearFinished(db: Database, days: number): Promise<number> {
  const old = db
    .select({ id: outgoingMails.id })
    .from(outgoingMails)
    .where(
      and(
        sql`${outgoingMails.state} in ('sent', 'failed')`,
        lt(outgoingMails.finishedAt, sql`now() - make_interval(days => ${days})`),
      ),
    )
    .limit(batch)
    .for('update', { skipLocked: true });
  const gone = await db
    .delete(outgoingMails)
    .where(inArray(outgoingMails.id, old))
    .returning({ id: outgoingMails.id });
  return gone.length < batch ? gone.length : gone.length + (await clearFinished(db, days));
}
