import { and, eq, sql } from 'drizzle-orm';
import type Stripe from 'stripe';
import { applyCharge } from './apply-charge.ts';
import { failureOf } from './ask-stripe.ts';
import { idempotencyKey } from './session-params.ts';
import { toStripeAmount } from './stripe-amount.ts';
import { type StripePayment, stripePayments, stripeRefunds } from './table.ts';
import type { Till } from './till.ts';

type Asked = typeof stripeRefunds.$inferSelect;

/** Gives so much of a payment back, once, whatever becomes of this process in between. */
export async function giveRefund(till: Till, paymentId: string, amount?: number) {
  const payment = await paymentToRefund(till, paymentId);
  const wanted = amount ?? payment.amount;
  if (!Number.isSafeInteger(wanted) || wanted < 1 || wanted > payment.amount)
    throw new Error('A refund is of 1 or more minor units, and no more than was paid.');
  const { asked, isNew } = await noteRefund(till, payment.id, wanted);
  if (asked.refundId !== null) return;
  const before = isNew ? undefined : await findRefund(till, paymentId, asked.id);
  const refundId = before ?? (await makeRefund(till, payment, asked));
  await till.db.update(stripeRefunds).set({ refundId }).where(eq(stripeRefunds.id, asked.id));
  await noteCharge(till, paymentId);
}

async function paymentToRefund({ db, problem }: Till, paymentId: string) {
  const isIt = eq(stripePayments.paymentIntentId, paymentId);
  const [payment] = await db.select().from(stripePayments).where(isIt);
  if (!payment) throw problem(404, 'not-found', 'There is no such payment.');
  return payment;
}

async function noteRefund({ db }: Till, paymentId: string, amount: number) {
  const [added] = await db
    .insert(stripeRefunds)
    .values({ paymentId, amount, createdAt: new Date() })
    .onConflictDoNothing()
    .returning();
  if (added) return { asked: added, isNew: true };
  const isIt = and(eq(stripeRefunds.paymentId, paymentId), eq(stripeRefunds.amount, amount));
  const [asked] = await db.select().from(stripeRefunds).where(isIt);
  if (!asked) throw new Error('The refund was forgotten.');
  return { asked, isNew: false };
}

/** An earlier try may have gone through without our hearing of it; keys are kept for a day only. */
async function findRefund(till: Till, paymentId: string, id: string) {
  const query = { payment_intent: paymentId, limit: 100 };
  const { data } = await till.ask((stripe) => stripe.refunds.list(query));
  return data.find(({ metadata }) => metadata?.refund === id)?.id;
}

async function makeRefund(till: Till, payment: StripePayment, { id, amount, attempt }: Asked) {
  const { currency, paymentIntentId } = payment;
  // Without an amount Stripe gives back whatever is left.
  const isWhole = amount === payment.amount;
  const params: Stripe.RefundCreateParams = {
    payment_intent: paymentIntentId ?? '',
    metadata: { refund: id },
    ...(isWhole ? {} : { amount: toStripeAmount(amount, currency) ?? amount }),
  };
  const key = idempotencyKey('refund', payment.reference, amount, id, attempt);
  try {
    const refund = await till.ask((stripe) =>
      stripe.refunds.create(params, { idempotencyKey: key }),
    );
    return refund.id;
  } catch (error) {
    const failure = failureOf(error);
    if (failure?.about.code === 'charge_already_refunded') return `none:${id}`;
    if (failure?.isFinal)
      await till.db
        .update(stripeRefunds)
        .set({ attempt: sql`${stripeRefunds.attempt} + 1` })
        .where(eq(stripeRefunds.id, id));
    throw error;
  }
}

/** The refund is made: if this fails, its event will tell. */
async function noteCharge(till: Till, paymentId: string) {
  try {
    const { latest_charge: charge } = await till.ask((stripe) =>
      stripe.paymentIntents.retrieve(paymentId, { expand: ['latest_charge'] }),
    );
    if (charge !== null && typeof charge === 'object')
      await till.db.transaction((tx) => applyCharge(till, tx, charge));
  } catch (err) {
    till.log.warn({ err, paymentId }, 'a refund was made and is not noted yet');
  }
}
