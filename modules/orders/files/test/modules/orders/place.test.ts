import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { holdMinutes } from '../../../src/modules/orders/hold-minutes.ts';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { newProduct } from './new-product.ts';
import { app, countOf, get, order, type Person, post, setUp, stockOf } from './set-up.ts';

let ann: Person;
let admin: Person;
beforeEach(async () => {
  ({ ann, admin } = await setUp());
});

const unknown = '019370c8-0000-7000-8000-000000000000';

describe('an order', () => {
  test('copies names and prices, and takes the goods out of stock', async () => {
    const tea = await newProduct(app);
    const cup = await newProduct(app, { name: 'Cup', priceAmount: 900 });
    const lines = [
      { productId: tea.id, quantity: 1 },
      { productId: cup.id, quantity: 3 },
      { productId: tea.id.toUpperCase(), quantity: 1 },
    ];
    const placed = await post(ann, '/orders', { lines, shippingAddress: 'Main St 1', note: 'Hi' });
    expect(placed.statusCode).toBe(201);
    await app.db.execute(sql`update products set price_amount = 1, name = 'Other'`);
    const read = await get(ann, placed.headers.location as string);
    expect(read.headers.etag).toBe('"1"');
    expect(read.json()).toEqual(placed.json());
    expect(read.json()).toMatchObject({
      ...{ state: 'pending', userId: ann.userId, currency: 'EUR', totalAmount: 3600 },
      ...{ shippingAddress: 'Main St 1', note: 'Hi', version: 1 },
      number: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/),
      history: [{ from: null, to: 'pending', by: 'customer' }],
    });
    expect(read.json().items).toHaveLength(2);
    expect(read.json().items).toContainEqual({
      ...{ productId: tea.id, productName: 'Tea', quantity: 2, unitAmount: 450, amount: 900 },
    });
    expect([await stockOf(tea.id), await stockOf(cup.id)]).toEqual([8, 7]);
    const minutes =
      (Date.parse(read.json().expiresAt) - Date.parse(read.json().createdAt)) / 60_000;
    expect(minutes).toBe(holdMinutes);
  });

  test('changes the ETag of what it takes', async () => {
    const { id } = await newProduct(app);
    const before = (await app.inject({ url: `/products/${id}`, headers: admin.headers })).headers;
    await order(ann, { [id]: 1 });
    const after = (await app.inject({ url: `/products/${id}`, headers: admin.headers })).headers;
    expect(after.etag).not.toBe(before.etag);
  });

  test('is refused as a whole when one of its products is sold out', async () => {
    const tea = await newProduct(app);
    const cup = await newProduct(app, { name: 'Cup', stock: 1 });
    const refused = await order(ann, { [tea.id]: 1, [cup.id]: 2 });
    expectProblem(refused, 409, 'sold-out');
    expect(refused.json().detail).toMatch(/Cup.*has 1 left, not 2/);
    await order(ann, { [cup.id]: 1 });
    expect((await order(ann, { [cup.id]: 1 })).json().detail).toMatch(/Cup.*is sold out/);
    expect(await stockOf(tea.id)).toBe(10);
    expect(await countOf('orders')).toBe(1);
  });

  test.each([
    ['an unknown product', 422, () => ({ [unknown]: 1 })],
    ['nothing at all', 400, () => ({})],
    ['none of a product', 400, (id: string) => ({ [id]: 0 })],
    ['half of a product', 400, (id: string) => ({ [id]: 0.5 })],
    ['more than anybody needs', 400, (id: string) => ({ [id]: 10_001 })],
  ])('is refused for %s', async (_, status, linesOf) => {
    const { id } = await newProduct(app);
    expectProblem(await order(ann, linesOf(id)), status);
    expect(await stockOf(id)).toBe(10);
  });

  test.each(['state', 'totalAmount', 'userId', 'number'])(
    'does not let one set its %s',
    async (field) => {
      const { id } = await newProduct(app);
      const lines = [{ productId: id, quantity: 1 }];
      expectProblem(await post(ann, '/orders', { lines, [field]: 'paid' }), 400);
    },
  );

  test('has one currency, and a total that is exact', async () => {
    const euro = await newProduct(app);
    const dollar = await newProduct(app, { priceCurrency: 'USD' });
    expectProblem(await order(ann, { [euro.id]: 1, [dollar.id]: 1 }), 422, 'mixed-currencies');
    const dear = await newProduct(app, { priceAmount: Number.MAX_SAFE_INTEGER });
    const whole = await order(ann, { [dear.id]: 1 });
    expect(whole.json().totalAmount).toBe(Number.MAX_SAFE_INTEGER);
    expectProblem(await order(ann, { [dear.id]: 2 }), 422, 'total-too-large');
    expect([await stockOf(euro.id), await stockOf(dear.id)]).toEqual([10, 9]);
  });

  test('takes somebody who is signed in', async () => {
    expectProblem(await app.inject({ method: 'POST', url: '/orders', payload: {} }), 401);
  });
});

describe('an Idempotency-Key', () => {
  const key = { 'idempotency-key': 'k-1' };

  test('makes one order of a request that is repeated', async () => {
    const { id } = await newProduct(app, { stock: 1 });
    const first = await order(ann, { [id]: 1 }, key);
    const again = await order(ann, { [id]: 1 }, key);
    expect([again.statusCode, again.json()]).toEqual([201, first.json()]);
    expect(again.headers.location).toBe(first.headers.location);
    expect(await stockOf(id)).toBe(0);
  });

  test('is refused with another request', async () => {
    const { id } = await newProduct(app);
    await order(ann, { [id]: 1 }, key);
    expectProblem(await order(ann, { [id]: 2 }, key), 422, 'idempotency-key-reused');
    const noted = { lines: [{ productId: id, quantity: 1 }], note: 'Hi' };
    expectProblem(await post(ann, '/orders', noted, key), 422, 'idempotency-key-reused');
  });

  test('belongs to one person', async () => {
    const { id } = await newProduct(app);
    const [first, other] = [
      await order(ann, { [id]: 1 }, key),
      await order(await signIn(app), { [id]: 1 }, key),
    ];
    expect(other.json().id).not.toBe(first.json().id);
  });

  test('can be used again after a refusal', async () => {
    const { id } = await newProduct(app, { stock: 0 });
    expectProblem(await order(ann, { [id]: 1 }, key), 409, 'sold-out');
    await app.db.execute(sql`update products set stock = 1`);
    expect((await order(ann, { [id]: 1 }, key)).statusCode).toBe(201);
  });

  test('is a short line of printable characters', async () => {
    const { id } = await newProduct(app);
    for (const bad of ['', 'a b', 'x'.repeat(256)])
      expectProblem(await order(ann, { [id]: 1 }, { 'idempotency-key': bad }), 400);
  });
});
