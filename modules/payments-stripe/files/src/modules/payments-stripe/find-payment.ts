import { and, eq, isNull, or } from 'drizzle-orm';
import type Stripe from 'stripe';
import type { Database } from '../../contracts/database.ts';
import { stripePayments } from './table.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Stripe names another object by its id, or shows the whole of it. */
export const idOf = (named: string | { id: string } | null) =>
  typeof named === 'string' ? named : (named?.id ?? null);

/** Locks the payment. The event may come before the answer that told us the session's id. */
export const paymentOfSession = (tx: Database, { id, metadata }: Stripe.Checkout.Session) =>
  lock(tx, eq(stripePayments.sessionId, id), {
    checkoutId: metadata?.checkout,
    isUnknown: isNull(stripePayments.sessionId),
  });

/** Locks the payment. Refunds may be told of before the payment is. */
export const paymentOfIntent = (tx: Database, intentId: string, checkoutId?: string) =>
  lock(tx, eq(stripePayments.paymentIntentId, intentId), {
    checkoutId,
    isUnknown: isNull(stripePayments.paymentIntentId),
  });

type Condition = ReturnType<typeof isNull>;

async function lock(
  tx: Database,
  isKnown: Condition,
  { checkoutId, isUnknown }: { checkoutId: string | undefined; isUnknown: Condition },
) {
  const isNamed =
    checkoutId && uuid.test(checkoutId)
      ? and(eq(stripePayments.id, checkoutId), isUnknown)
      : undefined;
  const [payment] = await tx
    .select()
    .from(stripePayments)
    .where(isNamed ? or(isKnown, isNamed) : isKnown)
    .for('no key update');
  return payment;
}
