import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { completed, deliver } from './deliver.ts';
import { app, open, pay, paymentOf, quiet, sessionOf, told, world } from './set-up.ts';

beforeEach(quiet);

const news = (type: string, object: object) =>
  deliver(app, { type: `checkout.session.${type}`, object });
const stateOf = async (checkout: { reference: string }) => (await paymentOf(checkout))?.state;
const toldOf = () => told.map(({ status, amount }) => [status, amount]);
const refunded = (object: object) => deliver(app, { type: 'charge.refunded', object });
const chargeOf = ({ payment_intent: id }: { payment_intent: string | null }) => {
  const charge = world.charges.get(id ?? '');
  if (!charge) throw new Error('There is no such charge.');
  return charge;
};

test('paid after expired is paid', async () => {
  const checkout = await open();
  const object = await sessionOf(checkout);
  await news('expired', { ...object, status: 'expired' });
  expect(await stateOf(checkout)).toBe('expired');
  await completed(app, await pay(checkout));
  expect(await stateOf(checkout)).toBe('paid');
  await news('expired', { ...object, status: 'expired', payment_status: 'unpaid' });
  expect(await stateOf(checkout)).toBe('paid');
  expect(toldOf()).toEqual([['paid', 1800]]);
});

test('a bank transfer is under way, and then paid', async () => {
  const checkout = await open();
  const object = { ...(await sessionOf(checkout)), status: 'complete', payment_intent: 'pi_slow' };
  await completed(app, object);
  expect(await stateOf(checkout)).toBe('processing');
  await expect(app.payments.createCheckout(checkout)).rejects.toMatchObject({ statusCode: 409 });
  await news('async_payment_succeeded', { ...object, payment_status: 'paid' });
  await completed(app, object);
  expect(await stateOf(checkout)).toBe('paid');
  expect(toldOf()).toEqual([['paid', 1800]]);
});

test('a transfer that fails makes place for another payment', async () => {
  const checkout = await open();
  const object = { ...(await sessionOf(checkout)), status: 'complete', payment_intent: 'pi_bad' };
  await news('async_payment_failed', object);
  await news('async_payment_failed', object);
  await completed(app, object);
  expect(await stateOf(checkout)).toBe('failed');
  expect(told).toMatchObject([{ status: 'failed', amount: 1800, paymentId: 'pi_bad' }]);
  await expect(app.payments.createCheckout(checkout)).resolves.toBeDefined();
});

test('an event may overtake the answer that names the session', async () => {
  const checkout = await open();
  const object = await pay(checkout);
  await app.db.execute(
    sql`update stripe_payments set state = 'creating', session_id = null, url = null`,
  );
  await completed(app, object);
  expect(await paymentOf(checkout)).toMatchObject({ state: 'paid', sessionId: object.id });
});

test('refunds made in the dashboard add up, whichever comes first', async () => {
  const checkout = await open();
  const session = await pay(checkout);
  await completed(app, session);
  const charge = chargeOf(session);
  await refunded({ ...charge, amount_refunded: 500 });
  await refunded({ ...charge, amount_refunded: 300 });
  await refunded({ ...charge, amount_refunded: 1800 });
  await refunded({ ...charge, amount_refunded: 1800 });
  expect(toldOf()).toEqual([
    ['paid', 1800],
    ['refunded', 500],
    ['refunded', 1800],
  ]);
  await expect(app.payments.createCheckout(checkout)).resolves.toBeDefined();
});

test('a part given back before the payment is told of tells of both', async () => {
  const session = await pay(await open());
  await refunded({ ...chargeOf(session), amount_refunded: 500 });
  await completed(app, session);
  expect(toldOf()).toEqual([
    ['paid', 1800],
    ['refunded', 500],
  ]);
});

test('all given back before the payment is told of was never a payment', async () => {
  const checkout = await open();
  const session = await pay(checkout);
  await refunded({ ...chargeOf(session), amount_refunded: 1800 });
  await completed(app, session);
  expect(toldOf()).toEqual([['refunded', 1800]]);
  expect(await paymentOf(checkout)).toMatchObject({ state: 'paid', refundedAmount: 1800 });
});

test('a flagged payment that goes back is noted and told to nobody', async () => {
  const checkout = await open();
  const session = await pay(checkout);
  await completed(app, { ...session, amount_total: 1 });
  await refunded({ ...chargeOf(session), amount_refunded: 1800 });
  expect(await paymentOf(checkout)).toMatchObject({ state: 'flagged', refundedAmount: 1800 });
  expect(told).toEqual([]);
});

test('a refund that the bank sends back changes nothing', async () => {
  const session = await pay(await open());
  await completed(app, session);
  const object = { id: 're_1', payment_intent: session.payment_intent };
  expect((await deliver(app, { type: 'refund.failed', object })).statusCode).toBe(200);
  expect(toldOf()).toEqual([['paid', 1800]]);
});

test('a payment without a name is a failure that Stripe repeats', async () => {
  const session = await pay(await open());
  expect((await completed(app, { ...session, payment_intent: null })).statusCode).toBe(500);
});
