import { and, desc, eq, inArray, lt, or, sql } from 'drizzle-orm';
import type { Database } from '../../contracts/database.ts';
import type { NewCheckout } from '../../contracts/payments.ts';
import { type StripePayment, stripePayments } from './table.ts';

export const payable = ['creating', 'open'] as const;
export const unsettled = [...payable, 'processing'] as const;

/** What stands in the way of another payment for the same: one that can be paid, or that is. */
export async function currentPayment(db: Database, reference: string) {
  const { id, state, refundedAmount, amount } = stripePayments;
  const isTaken = and(inArray(state, ['paid', 'flagged']), lt(refundedAmount, amount));
  const [payment] = await db
    .select()
    .from(stripePayments)
    .where(
      and(eq(stripePayments.reference, reference), or(inArray(state, [...unsettled]), isTaken)),
    )
    .orderBy(inArray(state, [...payable]), desc(id))
    .limit(1);
  return payment;
}

/** Of several that begin at the same time, one is kept. */
export async function beginPayment(
  db: Database,
  { reference, amount, currency }: NewCheckout,
  minutes: number,
) {
  const now = Date.now();
  const at = (passed: number) => new Date(now + passed * 60_000);
  const times = { createdAt: at(0), updatedAt: at(0), nextCheckAt: at(10), expiresAt: at(minutes) };
  await db
    .insert(stripePayments)
    .values({ reference, amount, currency, ...times })
    .onConflictDoNothing();
}

/** Changes a payment that is still in one of these states. Resolves to whether it was. */
export async function changePayment(
  db: Database,
  { id, from }: { id: string; from: readonly StripePayment['state'][] },
  changes: Partial<StripePayment>,
): Promise<boolean> {
  const changed = await db
    .update(stripePayments)
    .set({ ...changes, updatedAt: sql`now()` as unknown as Date })
    .where(and(eq(stripePayments.id, id), inArray(stripePayments.state, [...from])))
    .returning({ id: stripePayments.id });
  return changed.length > 0;
}
