import { sql } from 'drizzle-orm';
import Fastify from 'fastify';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { sweep } from '../../../src/modules/orders/sweep.ts';
import { expireOrders } from '../../../src/modules/orders/tidy-orders.ts';
import { eventually } from '../../helpers/eventually.ts';
import { startTestApp } from '../../helpers/test-app.ts';
import { newProduct } from './new-product.ts';
import { app, countOf, get, letExpire, order, type Person, setUp, stockOf } from './set-up.ts';

let ann: Person;
beforeEach(async () => {
  ({ ann } = await setUp());
});

test('an unpaid order is cancelled when its time is over, and not before', async () => {
  const { id } = await newProduct(app);
  const orderId = (await order(ann, { [id]: 4 })).json().id;
  expect(await expireOrders(app)).toBe(0);
  await letExpire(orderId);
  expect(await expireOrders(app)).toBe(1);
  const { state, history } = (await get(ann, `/orders/${orderId}`)).json();
  expect(state).toBe('cancelled');
  expect(history.at(-1)).toMatchObject({ from: 'pending', to: 'cancelled', by: 'clock' });
  expect(await stockOf(id)).toBe(10);
});

test('an order that cannot be cancelled does not keep the others', async () => {
  const { id } = await newProduct(app);
  for (const quantity of [1, 2]) await letExpire((await order(ann, { [id]: quantity })).json().id);
  const move = vi.spyOn(app.orderBook, 'move').mockRejectedValueOnce(new Error('not this one'));
  const logged = vi.spyOn(app.log, 'error').mockImplementation(() => {});
  expect(await expireOrders(app)).toBe(1);
  expect(logged).toHaveBeenCalledOnce();
  move.mockRestore();
  logged.mockRestore();
  expect(await expireOrders(app)).toBe(1);
  expect(await stockOf(id)).toBe(10);
});

test('all that are due are cancelled in one round, those that wait longest first', async () => {
  const { id: first } = (await order(ann, { [(await newProduct(app)).id]: 1 })).json();
  await app.db.execute(sql`
    insert into orders (id, number, state, currency, total_amount, expires_at, created_at, updated_at)
    select gen_random_uuid(), 'due ' || n, 'pending', 'EUR', 0, now() - n * interval '1 minute', now(), now()
    from generate_series(1, 249) n`);
  await letExpire(first);
  const move = vi.spyOn(app.orderBook, 'move').mockRejectedValueOnce(new Error('not this one'));
  const logged = vi.spyOn(app.log, 'error').mockImplementation(() => {});
  expect(await expireOrders(app)).toBe(249);
  expect(move).toHaveBeenCalledTimes(250);
  expect(move.mock.lastCall?.[0].id).toBe(first);
  expect(await expireOrders(app)).toBe(1);
  move.mockRestore();
  logged.mockRestore();
  expect(await countOf('orders')).toBe(250);
});

test('a stop ends the round after the order that is at work', async () => {
  const { id } = await newProduct(app);
  for (const quantity of [1, 2]) await letExpire((await order(ann, { [id]: quantity })).json().id);
  const stop = new AbortController();
  const move = vi.spyOn(app.orderBook, 'move').mockImplementation(async () => stop.abort());
  expect(await expireOrders(app, stop.signal)).toBe(1);
  expect(move).toHaveBeenCalledOnce();
  move.mockRestore();
});

test('goods go back into stock that was set to the most meanwhile', async () => {
  const { id } = await newProduct(app);
  await letExpire((await order(ann, { [id]: 3 })).json().id);
  await app.db.execute(sql`update products set stock = 2147483647 where id = ${id}`);
  expect(await expireOrders(app)).toBe(1);
  expect(await stockOf(id)).toBe(2_147_483_647);
});

describe('the sweep', () => {
  /** A server whose sweeps are fifty a second. */
  const trialServer = () => {
    const server = Fastify();
    server.decorate('config', (() => ({ ORDER_SWEEP_SECONDS: 0.02 })) as never);
    return server;
  };

  test('goes on after a failure, and never runs twice at once', async () => {
    const server = trialServer();
    let [rounds, running] = [0, 0];
    sweep(server, async () => {
      running += 1;
      rounds += 1;
      expect(running).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 50));
      running -= 1;
      if (rounds === 1) throw new Error('no database');
    });
    await server.ready();
    expect(rounds).toBe(0);
    await server.listen({ host: '127.0.0.1', port: 0 });
    await eventually(() => expect(rounds).toBe(3));
    await server.close();
    expect([running, rounds]).toEqual([0, rounds]);
  });

  // The embedded database belongs to one server at a time.
  test.runIf(process.env.DATABASE_URL)('is part of the server', async () => {
    const { id } = await newProduct(app);
    const orderId = (await order(ann, { [id]: 1 })).json().id;
    await letExpire(orderId);
    const other = await startTestApp({ ORDER_SWEEP_SECONDS: '1' });
    await other.listen({ host: '127.0.0.1', port: 0 });
    await eventually(async () => {
      expect(await app.orders.findById(orderId)).toMatchObject({ state: 'cancelled' });
    });
    await other.close();
  });
});
