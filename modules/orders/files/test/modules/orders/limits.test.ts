import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { startTestApp } from '../../helpers/test-app.ts';
import { newProduct } from './new-product.ts';
import { app, countOf, order, type Person, post, setUp, stockOf } from './set-up.ts';

let ann: Person;
let admin: Person;
let id: string;
beforeEach(async () => {
  ({ ann, admin } = await setUp());
  ({ id } = await newProduct(app, { stock: 100 }));
});

describe('orders of one person that are not paid', () => {
  test('are ten at most, however many are placed at once', { timeout: 300_000 }, async () => {
    const responses = await Promise.all(Array.from({ length: 25 }, () => order(ann, { [id]: 1 })));
    const refused = responses.filter(({ statusCode }) => statusCode !== 201);
    for (const response of refused) expectProblem(response, 409, 'too-many-unpaid');
    expect([refused.length, await countOf('orders'), await stockOf(id)]).toEqual([15, 10, 90]);
    expect((await order(admin, { [id]: 1 })).statusCode).toBe(201);
  });

  test('give way to others when they are paid or cancelled', async () => {
    const key = { 'idempotency-key': 'first' };
    const [first, second] = [await order(ann, { [id]: 1 }, key), await order(ann, { [id]: 1 })];
    for (let n = 2; n < 10; n += 1) await order(ann, { [id]: 1 });
    expectProblem(await order(ann, { [id]: 1 }), 409, 'too-many-unpaid');
    expect((await order(ann, { [id]: 1 }, key)).json().id).toBe(first.json().id);
    await post(ann, `/orders/${first.json().id}/cancel`);
    expect((await order(ann, { [id]: 1 })).statusCode).toBe(201);
    await post(admin, `/orders/${second.json().id}/mark-paid`);
    expect((await order(ann, { [id]: 1 })).statusCode).toBe(201);
    expectProblem(await order(ann, { [id]: 1 }), 409, 'too-many-unpaid');
  });

  // The embedded database belongs to one server at a time.
  test.runIf(process.env.DATABASE_URL)('are as many as ORDER_PENDING_MAX says', async () => {
    const strict = await startTestApp({ ORDER_PENDING_MAX: '1' });
    const place = () =>
      strict.orderBook.place({ userId: ann.userId, lines: [{ productId: id, quantity: 1 }] });
    await place();
    await expect(place()).rejects.toMatchObject({ code: 'too-many-unpaid' });
    await strict.close();
  });
});

test('an account that another process has deleted orders nothing', async () => {
  await app.db.execute(sql`delete from users where id = ${ann.userId}`);
  const lines = [{ productId: id, quantity: 1 }];
  const placing = app.orderBook.place({ userId: ann.userId, lines });
  await expect(placing).rejects.toMatchObject({ statusCode: 401, code: 'unauthenticated' });
  expectProblem(await order(ann, { [id]: 1 }), 401);
  expect(await stockOf(id)).toBe(100);
});

describe('a total that the buyer was shown', () => {
  const shown = (amount: number, currency = 'EUR') =>
    post(ann, '/orders', {
      lines: [{ productId: id, quantity: 2 }],
      expectedTotal: { amount, currency },
    });

  test('is what the order costs', async () => {
    expect((await shown(900)).json()).toMatchObject({ totalAmount: 900, currency: 'EUR' });
  });

  test('that is not so any more makes no order', async () => {
    await app.db.execute(sql`update products set price_amount = 451`);
    const refused = await shown(900);
    expectProblem(refused, 409, 'price-changed');
    expect(refused.json().detail).toMatch(/is 902 EUR now.*not 900 EUR/);
    expectProblem(await shown(902, 'USD'), 409, 'price-changed');
    expectProblem(await shown(-1), 400);
    expect([await countOf('orders'), await stockOf(id)]).toEqual([0, 100]);
  });
});
