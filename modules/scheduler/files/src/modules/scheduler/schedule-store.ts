import { and, eq, lt, sql } from 'drizzle-orm';
import type { Database } from '../../contracts/database.ts';
import type { Recurrence } from './recurrence.ts';
import { schedules } from './table.ts';

/** Notes a schedule. One that is new or has changed owes nothing for the time before. */
export async function noteSchedule(
  db: Database,
  name: string,
  { cron, timeZone }: Recurrence,
  now: Date,
): Promise<void> {
  const set = { cron, timeZone, lastAt: now };
  await db
    .insert(schedules)
    .values({ name, ...set })
    .onConflictDoUpdate({
      target: schedules.name,
      set,
      setWhere: sql`${schedules.cron} <> ${cron} or ${schedules.timeZone} <> ${timeZone}`,
    });
}

/** Whether the caller is the one to enqueue an occurrence: of all processes one is. */
export async function claimOccurrence(tx: Database, name: string, at: Date): Promise<boolean> {
  const claimed = await tx
    .update(schedules)
    .set({ lastAt: at })
    .where(and(eq(schedules.name, name), lt(schedules.lastAt, at)))
    .returning({ name: schedules.name });
  return claimed.length > 0;
}
