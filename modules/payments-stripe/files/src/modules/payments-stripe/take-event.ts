import type Stripe from 'stripe';
import type { Database } from '../../contracts/database.ts';
import { applyCharge } from './apply-charge.ts';
import { applySession } from './apply-session.ts';
import { idOf } from './find-payment.ts';
import { stripeEvents } from './table.ts';
import type { Till } from './till.ts';

/** Lets an event have its effect, once: both are written together, or neither is. */
export async function takeEvent(till: Till, event: Stripe.Event): Promise<void> {
  const effect = effectOf(till, event);
  if (!effect) return;
  await till.db.transaction(async (tx) => {
    const { id, type } = event;
    const added = await tx
      .insert(stripeEvents)
      .values({ id, type, receivedAt: new Date() })
      .onConflictDoNothing()
      .returning({ id: stripeEvents.id });
    if (added.length > 0) await effect(tx);
  });
}

function effectOf(till: Till, event: Stripe.Event) {
  // Of somebody else's account that is connected to ours.
  if (event.account) return undefined;
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
    case 'checkout.session.expired': {
      const session = event.data.object;
      return (tx: Database) => applySession(till, tx, session);
    }
    case 'checkout.session.async_payment_failed': {
      const session = event.data.object;
      return (tx: Database) => applySession(till, tx, session, true);
    }
    case 'charge.refunded': {
      const charge = event.data.object;
      return (tx: Database) => applyCharge(till, tx, charge);
    }
    case 'refund.failed': {
      const { id, payment_intent } = event.data.object;
      const about = { refundId: id, paymentId: idOf(payment_intent) };
      return async () => till.log.error(about, 'a refund did not reach the payer: look at it');
    }
    default:
      return undefined;
  }
}
