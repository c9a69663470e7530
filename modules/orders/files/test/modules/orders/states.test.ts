import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { OrderMove, OrderState } from '../../../src/contracts/orders.ts';
import { states, transitions } from '../../../src/modules/orders/states.ts';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { newProduct } from './new-product.ts';
import { app, countOf, get, order, type Person, post, setUp, stockOf } from './set-up.ts';

let ann: Person;
let admin: Person;
let product: string;
beforeEach(async () => {
  ({ ann, admin } = await setUp());
  product = (await newProduct(app)).id;
});

const placed = async () => (await order(ann, { [product]: 4 })).json<{ id: string }>().id;
const step = (id: string, name: string, who = admin, headers = {}) =>
  post(who, `/orders/${id}/${name}`, {}, headers);

/** Steps of an admin that bring a new order into each state. */
const ways: Record<OrderState, string[]> = {
  pending: [],
  paid: ['mark-paid'],
  shipped: ['mark-paid', 'ship'],
  delivered: ['mark-paid', 'ship', 'deliver'],
  cancelled: ['cancel'],
  refunded: ['mark-paid', 'refund'],
};
const steps: Record<string, OrderState> = {
  'mark-paid': 'paid',
  ship: 'shipped',
  deliver: 'delivered',
  cancel: 'cancelled',
  refund: 'refunded',
};

async function orderIn(state: OrderState) {
  const id = await placed();
  for (const name of ways[state]) expect((await step(id, name)).statusCode).toBe(200);
  return id;
}

describe.each(states)('an order that is %s', (state) => {
  test.each(Object.entries(steps))(
    'may take the step %s only where the table says so',
    async (name, to) => {
      const id = await orderIn(state);
      const response = await step(id, name);
      if (transitions[state][to]?.by.includes('admin')) {
        expect(response.json()).toMatchObject({ state: to, expiresAt: null });
        expect(response.json().history.at(-1)).toMatchObject({ from: state, to, by: 'admin' });
      } else {
        expectProblem(response, 409, 'wrong-state');
        expect((await get(ann, `/orders/${id}`)).json().state).toBe(state);
      }
    },
  );

  test('holds its goods until they come back', async () => {
    await orderIn(state);
    const isBack = state === 'cancelled' || state === 'refunded';
    expect(await stockOf(product)).toBe(isBack ? 10 : 6);
  });

  test('can be cancelled by its customer only before it is paid', async () => {
    const { statusCode } = await step(await orderIn(state), 'cancel', ann);
    expect(statusCode).toBe(state === 'pending' ? 200 : 409);
  });
});

describe.runIf(transitions.cancelled.paid?.by.includes('admin'))('paid after all', () => {
  test('an order takes its goods again, if they are there', async () => {
    const id = await orderIn('cancelled');
    await app.db.execute(sql`update products set stock = 3`);
    expectProblem(await step(id, 'mark-paid'), 409, 'sold-out');
    await app.db.execute(sql`update products set stock = 4`);
    expect((await step(id, 'mark-paid')).json().state).toBe('paid');
    expect(await stockOf(product)).toBe(0);
  });

  test('an order of what is no longer sold can be noted as refunded', async () => {
    const id = await orderIn('cancelled');
    await app.db.execute(sql`delete from products`);
    expectProblem(await step(id, 'mark-paid'), 409, 'sold-out');
    expect((await step(id, 'refund')).json().state).toBe('refunded');
  });
});

test('goods that were sent do not come back by a refund', async () => {
  const id = await orderIn('shipped');
  expect((await step(id, 'refund')).statusCode).toBe(200);
  expect(await stockOf(product)).toBe(6);
});

test('customers take none of the steps of admins, and strangers none at all', async () => {
  const id = await placed();
  const bob = await signIn(app);
  for (const name of ['mark-paid', 'ship', 'deliver', 'refund'])
    expectProblem(await step(id, name, ann), 403);
  expectProblem(await step(id, 'cancel', bob), 404, 'not-found');
  expectProblem(await get(bob, `/orders/${id}`), 404, 'not-found');
  expectProblem(await app.inject(`/orders/${id}`), 401);
  expect((await get(admin, `/orders/${id}`)).statusCode).toBe(200);
});

test('a step from an out-of-date copy is refused', async () => {
  const id = await placed();
  const stale = { 'if-match': '"7"' };
  expectProblem(await step(id, 'mark-paid', admin, stale), 412, 'changed-meanwhile');
  const paid = await step(id, 'mark-paid', admin, { 'if-match': '"7", "1"' });
  expect(paid.headers.etag).toBe('"2"');
  expect((await step(id, 'ship', admin, { 'if-match': '*' })).statusCode).toBe(200);
});

describe('other modules', () => {
  const moves: OrderMove[] = [];
  let refusal: Error | undefined;
  app.orders.onMove(async (move) => {
    moves.push(move);
    if (refusal) throw refusal;
  });

  test('hear of each move, and can undo it', async () => {
    moves.length = 0;
    const id = await placed();
    await step(id, 'mark-paid');
    expect(moves.map(({ from, order: { state }, by }) => [from, state, by])).toEqual([
      [null, 'pending', 'customer'],
      ['pending', 'paid', 'admin'],
    ]);
    refusal = app.problem(409, 'not-today', 'Not today.');
    expectProblem(await step(id, 'refund'), 409, 'not-today');
    expectProblem(await order(ann, { [product]: 1 }), 409, 'not-today');
    refusal = undefined;
    expect(await app.orders.findById(id)).toMatchObject({ state: 'paid', userId: ann.userId });
    expect([await stockOf(product), await countOf('orders')]).toEqual([6, 1]);
    expect(await app.orders.findById(ann.userId)).toBeNull();
  });
});
