import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { eventually } from '../../../helpers/eventually.ts';
import { insertWithParents } from '../../../helpers/insert-with-parents.ts';
import { signIn } from '../../../helpers/sign-in.ts';
import { completed, deliver } from '../deliver.ts';
import { app, pay, quiet, sessionOf, world } from '../set-up.ts';

let ann: Awaited<ReturnType<typeof signIn>>;
let admin: typeof ann;
let id: string;

const post = (who: typeof ann, url: string, payload: object = {}) =>
  app.inject({ method: 'POST', url, payload, headers: who.headers });
const stateOf = async () => {
  const response = await app.inject({ url: `/orders/${id}`, headers: admin.headers });
  return response.json().state;
};
const reference = () => ({ reference: `order:${id}` });

beforeEach(async () => {
  await quiet();
  ann = await signIn(app);
  admin = await signIn(app, { role: 'admin' });
  const product = await insertWithParents(app, 'product', 'products', {
    ...{ name: 'Tea', priceAmount: 450, priceCurrency: 'EUR', stock: 10 },
  });
  const lines = [{ productId: product.id, quantity: 4 }];
  id = (await post(ann, '/orders', { lines })).json().id;
});

const checkout = () =>
  post(ann, `/orders/${id}/checkout`, { successPath: '/thanks', cancelPath: '/cart' });

test('an order is paid from its checkout to the event', async () => {
  const response = await checkout();
  expect(response.statusCode).toBe(201);
  expect(response.json().url).toBe((await sessionOf(reference())).url);
  expect((await checkout()).json()).toEqual(response.json());
  await completed(app, await pay(reference()));
  expect(await stateOf()).toBe('paid');
});

test('a payment after the order ran out takes the goods again', async () => {
  await checkout();
  await app.db.execute(sql`update orders set state = 'cancelled', expires_at = null`);
  await app.db.execute(sql`insert into order_events (id, order_id, from_state, to_state, by, at)
    values (gen_random_uuid(), ${id}, 'pending', 'cancelled', 'clock', now())`);
  await app.db.execute(sql`delete from order_events where to_state = 'pending'`);
  await completed(app, await pay(reference()));
  expect(await stateOf()).toBe('paid');
});

test('an order is given back in the dashboard', async () => {
  await checkout();
  const session = await pay(reference());
  await completed(app, session);
  const object = { ...world.charges.get(session.payment_intent ?? ''), amount_refunded: 1800 };
  await deliver(app, { type: 'charge.refunded', object });
  await eventually(async () => expect(await stateOf()).toBe('refunded'));
});

test('a checkout that Stripe does not answer to can be tried again', async () => {
  world.trouble = 'html';
  const response = await checkout();
  expect([response.statusCode, response.json().code]).toEqual([503, 'payments-unavailable']);
  expect(response.headers['retry-after']).toBe('5');
  world.trouble = undefined;
  expect((await checkout()).statusCode).toBe(201);
});
