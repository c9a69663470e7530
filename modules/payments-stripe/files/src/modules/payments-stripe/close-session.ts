import { applySession } from './apply-session.ts';
import { failureOf } from './ask-stripe.ts';
import type { StripePayment } from './table.ts';
import type { Till } from './till.ts';

/** Lets nobody pay a session any more; one that has been paid counts. */
export async function closeSession(till: Till, { sessionId }: StripePayment) {
  const id = sessionId ?? '';
  const session = await till
    .ask((stripe) => stripe.checkout.sessions.expire(id))
    .catch((error: unknown) => {
      // Only open sessions can be closed: this one has ended by itself.
      if (failureOf(error)?.isRefusal) return readSession(till, id);
      throw error;
    });
  await till.db.transaction((tx) => applySession(till, tx, session));
}

export const readSession = (till: Till, id: string) =>
  till.ask((stripe) => stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] }));
