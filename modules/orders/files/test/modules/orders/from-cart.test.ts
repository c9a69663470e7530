import { beforeEach, expect, test } from 'vitest';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { newProduct } from './new-product.ts';
import { app, countOf, get, type Person, post, setUp, stockOf } from './set-up.ts';

let ann: Person;
let tea: string;
let cup: string;
beforeEach(async () => {
  ({ ann } = await setUp());
  tea = (await newProduct(app)).id;
  cup = (await newProduct(app, { name: 'Cup', stock: 1 })).id;
});

const put = (id: string, quantity: number) =>
  app.inject({
    method: 'PUT',
    url: `/cart/items/${id}`,
    headers: ann.headers,
    payload: { quantity },
  });
const buy = (headers = {}, body = {}) => post(ann, '/orders/from-cart', body, headers);
const cartSize = async () => (await get(ann, '/cart')).json().items.length;

test('what is in the cart is ordered, and leaves the cart', async () => {
  await put(tea, 2);
  await put(cup, 1);
  const placed = await buy({}, { shippingAddress: 'Main St 1' });
  expect(placed.statusCode).toBe(201);
  expect(placed.json()).toMatchObject({ totalAmount: 1350, shippingAddress: 'Main St 1' });
  expect(placed.json().items).toHaveLength(2);
  expect([await cartSize(), await stockOf(tea)]).toEqual([0, 8]);
});

test('an order that is refused leaves the cart alone', async () => {
  await put(tea, 1);
  await put(cup, 2);
  expectProblem(await buy(), 409, 'sold-out');
  expect([await cartSize(), await stockOf(tea)]).toEqual([2, 10]);
});

test('what costs another sum than was shown is not ordered, and stays in the cart', async () => {
  await put(tea, 2);
  const { totals } = (await get(ann, '/cart')).json();
  const expectedTotal = { ...totals[0], amount: 899 };
  expectProblem(await buy({}, { expectedTotal }), 409, 'price-changed');
  expect([await cartSize(), await stockOf(tea)]).toEqual([1, 10]);
  expect((await buy({}, { expectedTotal: totals[0] })).statusCode).toBe(201);
});

test('nothing makes no order', async () => {
  expectProblem(await buy(), 422, 'nothing-ordered');
});

test('a request that is repeated with its key finds its order, though the cart is empty', async () => {
  await put(tea, 1);
  const key = { 'idempotency-key': 'k' };
  const first = await buy(key);
  const again = await buy(key);
  expect([again.statusCode, again.json()]).toEqual([201, first.json()]);
  expectProblem(await buy(key, { note: 'other' }), 422, 'idempotency-key-reused');
});

test('of many at once, with or without a key, one orders the cart', async () => {
  for (const headers of [{}, { 'idempotency-key': 'k' }]) {
    await put(tea, 2);
    const before = await countOf('orders');
    const responses = await Promise.all(Array.from({ length: 20 }, () => buy(headers)));
    const wanted = 'idempotency-key' in headers ? 20 : 1;
    expect(responses.filter(({ statusCode }) => statusCode === 201)).toHaveLength(wanted);
    for (const { statusCode } of responses) expect([201, 409, 422]).toContain(statusCode);
    expect([await countOf('orders'), await cartSize()]).toEqual([before + 1, 0]);
  }
  expect(await stockOf(tea)).toBe(6);
});
