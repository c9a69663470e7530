import type Stripe from 'stripe';
import type { Database } from '../../contracts/database.ts';
import { idOf, paymentOfSession } from './find-payment.ts';
import { changePayment, payable, unsettled } from './payment-store.ts';
import type { StripePayment } from './table.ts';
import { takePayment } from './take-payment.ts';
import type { Till } from './till.ts';

type Session = Stripe.Checkout.Session;

/** Notes what a session of Stripe's says, in whichever order news come, and however often. */
export async function applySession(till: Till, tx: Database, session: Session, hasFailed = false) {
  const payment = await paymentOfSession(tx, session);
  if (!payment) return till.log.info({ sessionId: session.id }, 'a session that is not ours');
  const { id } = payment;
  const verdict = hasFailed && session.payment_status !== 'paid' ? 'failed' : verdictOn(session);
  const known = { sessionId: session.id };
  if (verdict === 'paid') return takePayment(till, tx, payment, paidBy(session));
  if (verdict === 'failed') return noteFailure(till, tx, payment, session);
  if (verdict === 'processing')
    await changePayment(
      tx,
      { id, from: [...payable, 'expired'] },
      { ...known, state: 'processing' },
    );
  if (verdict === 'expired')
    await changePayment(tx, { id, from: payable }, { ...known, state: 'expired' });
}

function verdictOn({ payment_status, status, payment_intent }: Session) {
  if (payment_status === 'paid') return 'paid';
  if (status !== 'complete') return status;
  const outcome = typeof payment_intent === 'object' ? payment_intent?.status : undefined;
  const hasFailed = outcome === 'requires_payment_method' || outcome === 'canceled';
  return hasFailed ? 'failed' : 'processing';
}

const paidBy = ({ id, payment_intent, amount_total, currency }: Session) => ({
  sessionId: id,
  paymentIntentId: idOf(payment_intent),
  stripeAmount: amount_total,
  currency: currency ?? '',
});

async function noteFailure(till: Till, tx: Database, payment: StripePayment, session: Session) {
  const { id, reference, amount, currency } = payment;
  const changes = { state: 'failed', sessionId: session.id } as const;
  if (!(await changePayment(tx, { id, from: unsettled }, changes))) return;
  const paymentId = idOf(session.payment_intent) ?? session.id;
  await till.tell({ reference, status: 'failed', amount, currency, paymentId }, tx);
}
