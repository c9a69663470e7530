import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { completed } from './deliver.ts';
import { app, open, pay, paymentOf, quiet, told, world } from './set-up.ts';

let paymentId: string;
let checkout: { reference: string };
beforeEach(async () => {
  await quiet();
  checkout = await open();
  const session = await pay(checkout);
  await completed(app, session);
  paymentId = session.payment_intent ?? '';
  told.length = 0;
});

const refund = (amount?: number) => app.payments.refund(paymentId, amount);
const given = () =>
  world.refunds
    .filter(({ payment_intent }) => payment_intent === paymentId)
    .map(({ amount }) => amount);

test('the whole payment goes back once', async () => {
  await refund();
  await refund(1800);
  await Promise.all([refund(), refund()]);
  expect(given()).toEqual([1800]);
  expect(told).toMatchObject([{ status: 'refunded', amount: 1800, paymentId }]);
  expect(await paymentOf(checkout)).toMatchObject({ refundedAmount: 1800 });
});

test('parts go back, each once, and then the rest', async () => {
  await refund(500);
  await refund(500);
  await refund(300);
  await refund();
  expect(given()).toEqual([500, 300, 1000]);
  expect(told.map(({ amount }) => amount)).toEqual([500, 800, 1800]);
});

test('many at once give back once', async () => {
  await Promise.all(Array.from({ length: 8 }, () => refund(500)));
  expect(given()).toEqual([500]);
});

test.each([0, -1, 1.5, 1801])('%d is not given back', async (amount) => {
  await expect(refund(amount)).rejects.toThrow('A refund is of');
  expect(given()).toEqual([]);
});

test('a payment that nobody made is not given back', async () => {
  const refused = app.payments.refund('pi_nobody');
  await expect(refused).rejects.toMatchObject({ statusCode: 404 });
});

test('that Stripe made, and did not tell us of, is found again after its key is forgotten', async () => {
  world.troubles = ['lost-answer', 'silent', 'hang-up', 'hang-up'];
  await expect(refund(500)).rejects.toMatchObject({ statusCode: 503 });
  world.troubles = [];
  world.answers.clear();
  await refund(500);
  expect(given()).toEqual([500]);
});

test('that Stripe fails to make is made under another key', async () => {
  world.troubles = ['error', 'error', 'error'];
  await expect(refund(500)).rejects.toMatchObject({ statusCode: 503 });
  await refund(500);
  expect(given()).toEqual([500]);
  const result = await app.db.execute(sql`select attempt from stripe_refunds`);
  expect((result as unknown as { rows: unknown[] }).rows).toEqual([{ attempt: 2 }]);
});

test('that was made in the dashboard meanwhile counts', async () => {
  const charge = world.charges.get(paymentId);
  if (charge) charge.amount_refunded = 1800;
  await refund();
  expect(told).toMatchObject([{ status: 'refunded', amount: 1800 }]);
});

test('is made even if its effect cannot be read yet', async () => {
  world.troubles = [undefined, 'html'];
  await refund(500);
  expect(told).toEqual([]);
  await refund(500);
  expect(given()).toEqual([500]);
});
