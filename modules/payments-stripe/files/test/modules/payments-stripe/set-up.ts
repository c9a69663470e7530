import { eq } from 'drizzle-orm';
import type { Database } from '../../../src/contracts/database.ts';
import type { NewCheckout, Settlement } from '../../../src/contracts/payments.ts';
import { stripePayments } from '../../../src/modules/payments-stripe/table.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { testApp } from '../../helpers/test-app.ts';
import { stripeServer } from './stripe-server.ts';
import { newId } from './stripe-world.ts';

export const app = await testApp();
export const { world } = await stripeServer();

/** What listeners were told, and what they do about it. */
export const told: Settlement[] = [];
export const listener = { act: async (_settlement: Settlement, _db: Database) => {} };
app.payments.onSettled(async (settlement, db) => {
  if (!settlement.reference.startsWith('test:')) return;
  await listener.act(settlement, db);
  told.push(settlement);
});

export const newCheckout = (given: Partial<NewCheckout> = {}): NewCheckout => ({
  ...{ reference: newId('test:order'), description: 'Tea', amount: 1800, currency: 'EUR' },
  ...{ successPath: '/thanks?order=1', cancelPath: '/cart', ...given },
});

export const paymentOf = async ({ reference }: { reference: string }) =>
  (
    await app.db
      .select()
      .from(stripePayments)
      .where(eq(stripePayments.reference, reference))
      .orderBy(stripePayments.id)
  ).at(-1);

export async function sessionOf(checkout: { reference: string }) {
  const session = world.sessions.get((await paymentOf(checkout))?.sessionId ?? '');
  if (!session) throw new Error('There is no such session.');
  return session;
}

/** Lets the payer pay; nobody tells the server. */
export async function pay(checkout: { reference: string }) {
  const session = await sessionOf(checkout);
  const { amount_total, currency, metadata } = session;
  const payment_intent = newId('pi');
  Object.assign(session, { status: 'complete', payment_status: 'paid', payment_intent, url: null });
  const charge = { id: newId('ch'), object: 'charge', payment_intent, currency, metadata } as const;
  world.charges.set(payment_intent, {
    ...charge,
    amount_captured: amount_total,
    amount_refunded: 0,
  });
  return session;
}

/** A session that a new checkout opened. */
export async function open(given: Partial<NewCheckout> = {}) {
  const checkout = newCheckout(given);
  await app.payments.createCheckout(checkout);
  return checkout;
}

export async function quiet() {
  await resetDatabase(app);
  Object.assign(world, { trouble: undefined, troubles: [], requests: [] });
  told.length = 0;
  listener.act = async () => {};
}
