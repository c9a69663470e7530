import type { Database } from '../../contracts/database.ts';
import { changePayment, unsettled } from './payment-store.ts';
import { toStripeAmount } from './stripe-amount.ts';
import type { StripePayment } from './table.ts';
import type { Till } from './till.ts';

export interface Paid {
  sessionId?: string;
  paymentIntentId: string | null;
  stripeAmount: number | null;
  /** As Stripe writes it, in lower case. */
  currency: string;
}

/** Settles a payment once, and only if what was paid is what was asked for. */
export async function takePayment(
  till: Till,
  tx: Database,
  payment: StripePayment,
  paid: Paid,
  isToldOf = true,
) {
  const { id, reference, amount, currency } = payment;
  const { sessionId, paymentIntentId: paymentId } = paid;
  if (paymentId === null) throw new Error('Stripe tells of a payment without naming it.');
  const isRight =
    paid.currency.toUpperCase() === currency &&
    paid.stripeAmount === toStripeAmount(amount, currency);
  const from = [...unsettled, 'expired', 'failed'] as const;
  const isNew = await changePayment(
    tx,
    { id, from },
    {
      state: isRight ? 'paid' : 'flagged',
      paymentIntentId: paymentId,
      ...(sessionId !== undefined && { sessionId }),
    },
  );
  if (!isNew) return;
  if (!isRight)
    till.log.error({ checkoutId: id, paymentId }, 'a payment of another amount: look at it');
  else if (isToldOf)
    await till.tell({ reference, status: 'paid', amount, currency, paymentId }, tx);
}
