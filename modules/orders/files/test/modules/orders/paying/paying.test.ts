import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Settlement } from '../../../../src/contracts/payments.ts';
import { giveRefunds } from '../../../../src/modules/orders/paying/owed-refunds.ts';
import { expireOrders } from '../../../../src/modules/orders/tidy-orders.ts';
import { expectProblem } from '../../../helpers/expect-problem.ts';
import { settle } from '../../../helpers/settle.ts';
import { signIn } from '../../../helpers/sign-in.ts';
import { newProduct } from '../new-product.ts';
import { app, get, letExpire, order, type Person, post, setUp, stockOf } from '../set-up.ts';

let ann: Person;
let admin: Person;
let product: string;
let id: string;
const refund = vi.spyOn(app.payments, 'refund');
const createCheckout = vi.spyOn(app.payments, 'createCheckout');

beforeEach(async () => {
  ({ ann, admin } = await setUp());
  refund.mockReset().mockResolvedValue();
  createCheckout.mockReset().mockResolvedValue({ id: 'c-1', url: 'https://pay.test/c-1' });
  product = (await newProduct(app)).id;
  id = (await order(ann, { [product]: 4 })).json().id;
});
afterEach(() => void vi.clearAllMocks());

const news = (changes: Partial<Settlement> = {}) =>
  settle(app, {
    reference: `order:${id}`,
    status: 'paid',
    amount: 1800,
    currency: 'EUR',
    paymentId: 'p-1',
    ...changes,
  });
const read = async () => (await get(admin, `/orders/${id}`)).json();
const step = (name: string, who = admin) => post(who, `/orders/${id}/${name}`);
async function expire() {
  await letExpire(id);
  await expireOrders(app);
}
async function refunds() {
  await giveRefunds(app);
  return refund.mock.calls;
}

describe('checkout', () => {
  const pages = { successPath: '/thanks?order=1', cancelPath: '/cart' };
  const checkout = (who = ann, body: object = pages) => post(who, `/orders/${id}/checkout`, body);

  test('is not for orders that cost nothing', async () => {
    await app.db.execute(sql`update orders set total_amount = 0 where id = ${id}`);
    expectProblem(await checkout(), 409, 'nothing-to-pay');
  });

  test('sends the customer to pay just what the order costs', async () => {
    const response = await checkout();
    expect([response.statusCode, response.json()]).toEqual([
      201,
      { id: 'c-1', url: 'https://pay.test/c-1' },
    ]);
    expect(createCheckout).toHaveBeenCalledWith({
      ...pages,
      reference: `order:${id}`,
      description: expect.stringMatching(/^Order \w{5}-\w{5}$/),
      ...{ amount: 1800, currency: 'EUR', customerEmail: expect.stringContaining('@') },
      lines: [{ name: 'Tea', quantity: 4, unitAmount: 450 }],
    });
  });

  test('is for the customer alone, while there is something to pay', async () => {
    expectProblem(await checkout(await signIn(app)), 404);
    expectProblem(await checkout(admin), 404);
    await step('cancel', ann);
    expectProblem(await checkout(), 409, 'wrong-state');
  });

  test.each(['//evil.test', 'https://evil.test', '/\\evil.test', 'thanks', ''])(
    'does not come back to %j',
    async (successPath) => {
      expectProblem(await checkout(ann, { ...pages, successPath }), 400);
    },
  );

  test('that the provider refuses leaves the order as it is', async () => {
    createCheckout.mockRejectedValue(app.problem(502, 'payments-unavailable', 'Try later.'));
    expectProblem(await checkout(), 502, 'payments-unavailable');
    expect((await read()).state).toBe('pending');
  });
});

describe('a payment', () => {
  test('makes the order paid, once', async () => {
    await news();
    await news();
    expect(await read()).toMatchObject({ state: 'paid', paymentId: 'p-1', version: 2 });
    expect((await read()).history.at(-1)).toMatchObject({ by: 'payment' });
    expect(await refunds()).toEqual([]);
  });

  test('that failed, of something else, or of an order that never was changes nothing', async () => {
    await news({ status: 'failed' });
    await news({ reference: 'invoice:1' });
    await news({ reference: 'order:019370c8-0000-7000-8000-000000000000' });
    expect(await read()).toMatchObject({ state: 'pending', version: 1 });
    expect(await refunds()).toEqual([]);
  });

  test.each([{ amount: 1799 }, { amount: 1801 }, { currency: 'USD' }])(
    'of %j instead goes back',
    async (changes) => {
      await news(changes);
      expect((await read()).state).toBe('pending');
      expect(await refunds()).toEqual([['p-1', changes.amount ?? 1800]]);
    },
  );

  test('that is the second goes back', async () => {
    await news();
    await news({ paymentId: 'p-2' });
    expect(await read()).toMatchObject({ state: 'paid', paymentId: 'p-1' });
    expect(await refunds()).toEqual([['p-2', 1800]]);
  });

  test('too late reserves the goods again if they are there', async () => {
    await expire();
    expect(await stockOf(product)).toBe(10);
    await news();
    expect(await read()).toMatchObject({ state: 'paid', paymentId: 'p-1' });
    expect(await stockOf(product)).toBe(6);
    expect(await refunds()).toEqual([]);
  });

  test('too late goes back if the goods are gone', async () => {
    await expire();
    await app.db.execute(sql`update products set stock = 3`);
    await news();
    await news();
    expect(await read()).toMatchObject({ state: 'refunded', paymentId: 'p-1' });
    expect(await stockOf(product)).toBe(3);
    expect(await refunds()).toEqual([['p-1', 1800]]);
  });

  test('too late goes back if a product is no longer sold', async () => {
    await expire();
    await app.db.execute(sql`delete from products`);
    await news();
    expect((await read()).state).toBe('refunded');
    expect(await refunds()).toHaveLength(1);
  });

  test('of an order that its customer cancelled goes back', async () => {
    await step('cancel', ann);
    await news();
    expect((await read()).state).toBe('cancelled');
    expect(await stockOf(product)).toBe(10);
    expect(await refunds()).toEqual([['p-1', 1800]]);
  });

  test('that meets the end of the reservation has one outcome', async () => {
    await letExpire(id);
    await Promise.all([news(), expireOrders(app), news(), expireOrders(app)]);
    expect(await read()).toMatchObject({ state: 'paid' });
    expect(await stockOf(product)).toBe(6);
  });
});

describe('a refund', () => {
  test('by an admin gives the money back once, and the goods', async () => {
    await news();
    expect((await step('refund')).json().state).toBe('refunded');
    await news({ status: 'refunded' });
    expect(await refunds()).toEqual([['p-1', 1800]]);
    expect(await refunds()).toHaveLength(1);
    expect(await stockOf(product)).toBe(10);
  });

  test('of what was paid by hand concerns no provider', async () => {
    await step('mark-paid');
    await step('refund');
    expect(await refunds()).toEqual([]);
  });

  test('that fails is tried again later, by one of several processes', async () => {
    await news();
    await step('refund');
    refund.mockRejectedValueOnce(new Error('down'));
    expect(await refunds()).toHaveLength(1);
    expect(await refunds()).toHaveLength(1);
    await app.db.execute(sql`update order_refunds set next_try_at = now()`);
    await Promise.all([giveRefunds(app), giveRefunds(app), giveRefunds(app)]);
    expect(refund).toHaveBeenCalledTimes(2);
  });

  test('made elsewhere is noted when it is whole and of this payment', async () => {
    await news();
    await news({ status: 'refunded', amount: 100 });
    await news({ status: 'refunded', paymentId: 'p-2' });
    expect((await read()).state).toBe('paid');
    await news({ status: 'refunded' });
    expect((await read()).state).toBe('refunded');
    expect(await refunds()).toEqual([]);
  });
});
