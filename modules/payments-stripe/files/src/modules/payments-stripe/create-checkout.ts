import type { Checkout, NewCheckout } from '../../contracts/payments.ts';
import { failureOf } from './ask-stripe.ts';
import { checkCheckout } from './check-checkout.ts';
import { closeSession } from './close-session.ts';
import { beginPayment, changePayment, currentPayment, payable } from './payment-store.ts';
import { idempotencyKey, sessionParams } from './session-params.ts';
import type { StripePayment } from './table.ts';
import type { Till } from './till.ts';

const minute = 60_000;
/** No request to Stripe, with all its repetitions, takes so long: who has not come back by then died. */
const longestRequestMs = 5 * minute;

/** The session in which something can be paid: the one that is open, or a new one. */
export async function createCheckout(till: Till, checkout: NewCheckout): Promise<Checkout> {
  checkCheckout(checkout, till.problem);
  for (let looks = 0; looks < 5; looks++) {
    const payment = await currentPayment(till.db, checkout.reference);
    const open = payment && (await openOrClose(till, payment, checkout));
    if (open) return open;
    if (!payment) await beginPayment(till.db, checkout, till.config.STRIPE_CHECKOUT_MINUTES);
  }
  throw meanwhile(till);
}

/** Undefined when the payment is out of the way, so that another can begin. */
async function openOrClose(till: Till, payment: StripePayment, checkout: NewCheckout) {
  const { id, state, url } = payment;
  const isSame = payment.amount === checkout.amount && payment.currency === checkout.currency;
  if (state === 'creating') {
    const isFresh = Date.now() - payment.createdAt.getTime() < longestRequestMs;
    if (isSame && isFresh) return openSession(till, payment, checkout);
    await retire(till, id);
    return undefined;
  }
  if (state !== 'open')
    throw till.problem(409, 'already-paid', 'A payment for this is made or under way.');
  if (isSame && url !== null && payment.expiresAt.getTime() > Date.now() + minute)
    return { id, url };
  await closeSession(till, payment);
  return undefined;
}

/** Several at once do this with the same key, and Stripe makes one session of it. */
async function openSession(till: Till, payment: StripePayment, checkout: NewCheckout) {
  const { id, reference, amount, currency } = payment;
  const params = sessionParams(payment, checkout, till.config.appUrl);
  const key = idempotencyKey('checkout', reference, amount, currency, id);
  const session = await till
    .ask((stripe) => stripe.checkout.sessions.create(params, { idempotencyKey: key }))
    .catch(async (error: unknown) => {
      // Stripe would repeat this answer to this key: the next try needs another.
      if (failureOf(error)?.isFinal) await retire(till, id);
      throw error;
    });
  const { id: sessionId, url } = session;
  if (!sessionId || !url) throw meanwhile(till);
  const isOurs = await changePayment(
    till.db,
    { id, from: payable },
    { state: 'open', sessionId, url },
  );
  if (isOurs) return { id, url };
  // Somebody else asked for another amount meanwhile: this session must not be paid.
  await till.ask((stripe) => stripe.checkout.sessions.expire(sessionId)).catch(() => undefined);
  throw meanwhile(till);
}

const retire = (till: Till, id: string) =>
  changePayment(till.db, { id, from: ['creating'] }, { state: 'expired' });

const meanwhile = ({ problem }: Till) =>
  problem(503, 'payments-unavailable', 'The payment could not be begun. Try again in a moment.');
