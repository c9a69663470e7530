import { and, asc, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../../../contracts/database.ts';
import { orderRefunds } from './table.ts';

interface Owed {
  paymentId: string;
  orderId: string;
  amount: number;
}

/** Notes, in the caller's transaction, that a payment is to be given back; once for each payment. */
export async function oweRefund(tx: Database, { paymentId, orderId, amount }: Owed) {
  if (amount === 0) return;
  const values = { paymentId, orderId, amount, nextTryAt: sql`now()` };
  await tx.insert(orderRefunds).values(values).onConflictDoNothing();
}

/** Gives back all that is owed. What fails is tried again later, ever less often. */
export async function giveRefunds(app: FastifyInstance) {
  for (let owed = await claimNext(app.db); owed; owed = await claimNext(app.db)) {
    const { paymentId, orderId, amount } = owed;
    try {
      await app.payments.refund(paymentId, amount);
      await app.db
        .update(orderRefunds)
        .set({ doneAt: sql`now()` })
        .where(eq(orderRefunds.paymentId, paymentId));
    } catch (err) {
      app.log.error({ err, paymentId, orderId }, 'a refund failed and will be tried again');
    }
  }
}

/** One that is due, and put off for everybody else: a process that dies with it loses only time. */
async function claimNext(db: Database) {
  const due = db
    .select({ paymentId: orderRefunds.paymentId })
    .from(orderRefunds)
    .where(and(isNull(orderRefunds.doneAt), lte(orderRefunds.nextTryAt, sql`now()`)))
    .orderBy(asc(orderRefunds.nextTryAt))
    .limit(1)
    .for('update', { skipLocked: true });
  const [owed] = await db
    .update(orderRefunds)
    .set({
      tries: sql`${orderRefunds.tries} + 1`,
      nextTryAt: sql`now() + interval '1 minute' * power(2, least(${orderRefunds.tries}, 10))`,
    })
    .where(inArray(orderRefunds.paymentId, due))
    .returning();
  return owed;
}
