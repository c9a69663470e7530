import { eq } from 'drizzle-orm';
import type Stripe from 'stripe';
import type { Database } from '../../contracts/database.ts';
import { idOf, paymentOfIntent } from './find-payment.ts';
import { fromStripeAmount } from './stripe-amount.ts';
import { stripePayments } from './table.ts';
import { takePayment } from './take-payment.ts';
import type { Till } from './till.ts';

/** Notes how much of a charge has been given back, by us or in Stripe's pages. */
export async function applyCharge(till: Till, tx: Database, charge: Stripe.Charge) {
  const paymentId = idOf(charge.payment_intent);
  if (paymentId === null) return;
  const found = await paymentOfIntent(tx, paymentId, charge.metadata.checkout);
  if (!found) return till.log.info({ paymentId }, 'a refund that is not ours');
  const { id, reference, amount, currency } = found;
  const refundedAmount = fromStripeAmount(charge.amount_refunded, currency);
  if (refundedAmount <= found.refundedAmount) return;

  // Nobody gets what they paid for when all of it went back before the payment was told of.
  const isToldOf = refundedAmount < amount;
  const paid = { paymentIntentId: paymentId, stripeAmount: charge.amount_captured };
  await takePayment(till, tx, found, { ...paid, currency: charge.currency }, isToldOf);
  const [payment] = await tx
    .update(stripePayments)
    .set({ refundedAmount, updatedAt: new Date() })
    .where(eq(stripePayments.id, id))
    .returning({ state: stripePayments.state });
  if (payment?.state === 'paid')
    await till.tell(
      { reference, status: 'refunded', amount: refundedAmount, currency, paymentId },
      tx,
    );
}
