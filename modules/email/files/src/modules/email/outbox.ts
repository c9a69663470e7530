import { and, asc, eq, gt, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Database } from '../../contracts/database.ts';
import { giveUpExpired } from './give-up-expired.ts';
import { type OutgoingMail, outgoingMails } from './table.ts';

/** The database's clock, because those of several processes differ. */
const now = sql`now()`;
const after = (seconds: number) => sql`now() + make_interval(secs => ${seconds})`;

/** What happens to a mail between `send` and its end. */
export function outbox(db: Database, leaseSeconds: number) {
  /** Does nothing when another process has taken over the mail meanwhile. */
  const change = async ({ id, leaseId }: OutgoingMail, changes: Changes) => {
    const mine = and(eq(outgoingMails.id, id), eq(outgoingMails.leaseId, leaseId ?? ''));
    await db
      .update(outgoingMails)
      .set({ leaseId: null, ...changes })
      .where(mine);
  };

  return {
    /** Takes mails that are due, also those of a process that was killed while it sent them. */
    claim: (limit: number) => claim(db, limit, leaseSeconds),
    giveUpExpired: () => giveUpExpired(db),
    markSent: (mail: OutgoingMail) =>
      change(mail, { state: 'sent', text: null, html: null, lastError: null, finishedAt: now }),
    markFailed: (mail: OutgoingMail, lastError: string) =>
      change(mail, { state: 'failed', lastError, finishedAt: now }),
    postpone: (mail: OutgoingMail, seconds: number, lastError: string) =>
      change(mail, { state: 'waiting', lastError, dueAt: after(seconds) }),
    /** As if there had been no attempt. */
    putBack: (mail: OutgoingMail, seconds: number, lastError: string) =>
      change(mail, {
        state: 'waiting',
        lastError,
        dueAt: after(seconds),
        attempts: sql`${outgoingMails.attempts} - 1`,
      }),
  };
}
export type Outbox = ReturnType<typeof outbox>;

type Changes = {
  [Column in keyof OutgoingMail]?: OutgoingMail[Column] | SQL;
};

function claim(db: Database, limit: number, leaseSeconds: number): Promise<OutgoingMail[]> {
  // In a WITH clause the rows are chosen once, whatever plan the update gets.
  const due = db.$with('due').as(
    db
      .select({ id: outgoingMails.id })
      .from(outgoingMails)
      .where(
        and(
          sql`${outgoingMails.state} in ('waiting', 'sending')`,
          lte(outgoingMails.dueAt, now),
          or(isNull(outgoingMails.expiresAt), gt(outgoingMails.expiresAt, now)),
        ),
      )
      .orderBy(asc(outgoingMails.dueAt))
      .limit(limit)
      .for('update', { skipLocked: true }),
  );
  return db
    .with(due)
    .update(outgoingMails)
    .set({
      state: 'sending',
      attempts: sql`${outgoingMails.attempts} + 1`,
      leaseId: v7(),
      dueAt: after(leaseSeconds),
    })
    .where(inArray(outgoingMails.id, db.select({ id: due.id }).from(due)))
    .returning();
}
