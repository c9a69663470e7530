import { and, asc, inArray, lt, lte, sql } from 'drizzle-orm';
import type { Database } from '../../contracts/database.ts';
import { applySession } from './apply-session.ts';
import { failureOf } from './ask-stripe.ts';
import { readSession } from './close-session.ts';
import { changePayment, unsettled } from './payment-store.ts';
import { type StripePayment, stripeEvents, stripePayments } from './table.ts';
import type { Till } from './till.ts';

const batch = 20;
const isUnsettled = inArray(stripePayments.state, [...unsettled]);

/** Asks Stripe about payments of which no event told for long. Resolves to how many. */
export async function reconcile(till: Till): Promise<number> {
  let asked = 0;
  for (;;) {
    const due = await claimDue(till.db);
    for (const payment of due) {
      await askAbout(till, payment).catch((err: unknown) => {
        // There is no use in asking about the others.
        if (failureOf(err)?.isAway) throw err;
        till.log.error({ err, checkoutId: payment.id }, 'cannot settle a payment');
      });
      asked += 1;
    }
    if (due.length < batch) break;
  }
  await forgetEvents(till.db);
  return asked;
}

/** The same for all that is not settled, due or not. */
export async function reconcileAll(till: Till): Promise<number> {
  await till.db.update(stripePayments).set({ nextCheckAt: sql`now()` }).where(isUnsettled);
  return reconcile(till);
}

/** Puts them off for everybody else: a process that dies with them loses only time. */
function claimDue(db: Database) {
  const due = db
    .select({ id: stripePayments.id })
    .from(stripePayments)
    .where(and(isUnsettled, lte(stripePayments.nextCheckAt, sql`now()`)))
    .orderBy(asc(stripePayments.nextCheckAt))
    .limit(batch)
    .for('update', { skipLocked: true });
  const wait = sql`case ${stripePayments.state} when 'processing' then 360 else 10 end`;
  return db
    .update(stripePayments)
    .set({ nextCheckAt: sql`now() + make_interval(mins => ${wait})` })
    .where(inArray(stripePayments.id, due))
    .returning();
}

async function askAbout(till: Till, { id, sessionId }: StripePayment) {
  // Nobody was ever sent to a session whose id we never heard.
  if (sessionId === null)
    return changePayment(till.db, { id, from: ['creating'] }, { state: 'expired' });
  const session = await readSession(till, sessionId);
  return till.db.transaction((tx) => applySession(till, tx, session));
}

/** Stripe repeats an event for three days. */
async function forgetEvents(db: Database) {
  await db.delete(stripeEvents).where(lt(stripeEvents.receivedAt, sql`now() - interval '30 days'`));
}
