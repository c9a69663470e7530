import { and, eq, ne } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import Stripe from 'stripe';
import { v7 } from 'uuid';
import type { Settlement } from '../../src/contracts/payments.ts';
import { toStripeAmount } from '../../src/modules/payments-stripe/stripe-amount.ts';
import { stripePayments } from '../../src/modules/payments-stripe/table.ts';

/** Lets the provider of payments tell of a payment: by an event that Stripe could have signed. */
export async function settle(app: FastifyInstance, settlement: Settlement) {
  await askFor(app, settlement);
  const payload = JSON.stringify({ id: `evt_${v7()}`, livemode: false, ...newsOf(settlement) });
  const secret = process.env.STRIPE_WEBHOOK_SECRET ?? '';
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret });
  const response = await app.inject({
    method: 'POST',
    url: '/payments/stripe/webhook',
    headers: { 'content-type': 'application/json', 'stripe-signature': signature },
    payload,
  });
  if (response.statusCode !== 200) throw new Error(`The event was refused: ${response.body}`);
}

/** Only payments that were asked for settle. */
async function askFor(app: FastifyInstance, settlement: Settlement) {
  const { reference, amount, currency, paymentId, status } = settlement;
  const isElsewhere = ne(stripePayments.reference, reference);
  await app.db
    .delete(stripePayments)
    .where(and(eq(stripePayments.paymentIntentId, paymentId), isElsewhere));
  const now = new Date();
  const times = { createdAt: now, updatedAt: now, expiresAt: now, nextCheckAt: now };
  const sessionId = sessionOf(settlement);
  const state = status === 'refunded' ? 'paid' : 'processing';
  const paymentIntentId = status === 'refunded' ? paymentId : null;
  await app.db
    .insert(stripePayments)
    .values({ reference, amount, currency, state, sessionId, paymentIntentId, ...times })
    .onConflictDoNothing();
}

const sessionOf = ({ reference, paymentId }: Settlement) => `cs_${reference}_${paymentId}`;

function newsOf(settlement: Settlement) {
  const { status, paymentId, amount, currency } = settlement;
  const common = { payment_intent: paymentId, currency: currency.toLowerCase(), metadata: {} };
  const total = toStripeAmount(amount, currency);
  if (status === 'refunded') {
    const charge = { ...common, amount_captured: total, amount_refunded: total };
    return { type: 'charge.refunded', data: { object: charge } };
  }
  const session = { ...common, id: sessionOf(settlement), status: 'complete', amount_total: total };
  return status === 'paid'
    ? {
        type: 'checkout.session.completed',
        data: { object: { ...session, payment_status: 'paid' } },
      }
    : {
        type: 'checkout.session.async_payment_failed',
        data: { object: { ...session, payment_status: 'unpaid' } },
      };
}
