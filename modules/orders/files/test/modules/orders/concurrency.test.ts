import { beforeEach, describe, expect, test } from 'vitest';
import { expireOrders } from '../../../src/modules/orders/tidy-orders.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { newProduct } from './new-product.ts';
import {
  app,
  countOf,
  get,
  letExpire,
  order,
  type Person,
  post,
  setUp,
  stockOf,
} from './set-up.ts';

// On PostgreSQL these run over all connections of the pool at once.
const slow = 300_000;
let ann: Person;
let bob: Person;
let admin: Person;
beforeEach(async () => {
  ({ ann, admin } = await setUp());
  bob = await signIn(app);
});

const times = <T>(n: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: n }, (_, index) => work(index)));
/** A server that is too busy has done nothing and says so (503): a client comes again. */
async function patiently(request: () => ReturnType<typeof post>) {
  for (;;) {
    const response = await request();
    if (response.statusCode !== 503) return response;
  }
}
const tally = (responses: { statusCode: number }[]) => {
  const counts: Record<number, number> = {};
  for (const { statusCode } of responses) counts[statusCode] = (counts[statusCode] ?? 0) + 1;
  return counts;
};

describe('many at once', () => {
  test('two hundred buyers of fifty pieces get exactly fifty', { timeout: slow }, async () => {
    const { id } = await newProduct(app, { stock: 50 });
    const buyers = await times(20, () => signIn(app));
    const buy = (n: number) => order(buyers[n % 20] ?? ann, { [id]: 1 });
    const responses = await times(200, (n) => patiently(() => buy(n)));
    expect(tally(responses)).toEqual({ 201: 50, 409: 150 });
    expect([await stockOf(id), await countOf('orders')]).toEqual([0, 50]);
  });

  test('a thousand requests with one key have one effect', { timeout: slow }, async () => {
    const { id } = await newProduct(app, { stock: 5000 });
    const key = { 'idempotency-key': 'once' };
    const responses = await times(1000, () => patiently(() => order(ann, { [id]: 3 }, key)));
    expect(tally(responses)).toEqual({ 201: 1000 });
    expect(new Set(responses.map((response) => response.json().id)).size).toBe(1);
    expect([await stockOf(id), await countOf('orders')]).toEqual([4997, 1]);
  });

  test('orders whose lines cross never wait in a circle', { timeout: slow }, async () => {
    const products = await times(5, () => newProduct(app, { stock: 10_000 }));
    const lines = products.map(({ id: productId }) => ({ productId, quantity: 1 }));
    const buyers = await times(12, () => signIn(app));
    const buyer = (n: number) => buyers[n % 12] ?? ann;
    const responses = await times(60, (n) => {
      const turned = [...lines.slice(n % 5), ...lines.slice(0, n % 5)];
      const body = { lines: n % 2 ? turned : turned.toReversed() };
      return patiently(() => post(buyer(n), '/orders', body));
    });
    expect(tally(responses)).toEqual({ 201: 60 });
    const ids = responses.map((response) => response.json().id);
    const mixed = await times(120, (n) => {
      const body = { lines: lines.toSorted(() => (n % 2 ? 1 : -1)) };
      const url = n < 60 ? `/orders/${ids[n]}/cancel` : '/orders';
      return patiently(() => post(buyer(n), url, n < 60 ? {} : body));
    });
    expect(tally(mixed)).toEqual({ 200: 60, 201: 60 });
    for (const { id } of products) expect(await stockOf(id)).toBe(9940);
  });
});

describe('races for one order', () => {
  const placed = async (product: string, who = ann) =>
    (await order(who, { [product]: 2 })).json().id;

  test('cancelled by many, its goods come back once', async () => {
    const { id } = await newProduct(app);
    const orderId = await placed(id);
    const responses = await times(30, (n) =>
      post(n % 2 ? ann : admin, `/orders/${orderId}/cancel`),
    );
    expect(tally(responses)).toEqual({ 200: 1, 409: 29 });
    expect(await stockOf(id)).toBe(10);
  });

  test('cancelled while it expires, its goods come back once', { timeout: slow }, async () => {
    const { id } = await newProduct(app, { stock: 100 });
    const ids = await times(20, (n) => placed(id, n % 2 ? ann : bob));
    await times(20, (n) => letExpire(ids[n]));
    await Promise.all([
      ...ids.map((orderId, n) => post(n % 2 ? ann : bob, `/orders/${orderId}/cancel`)),
      ...Array.from({ length: 8 }, () => expireOrders(app)),
    ]);
    await expireOrders(app);
    expect(await stockOf(id)).toBe(100);
    const histories = await times(20, async (n) => (await get(admin, `/orders/${ids[n]}`)).json());
    for (const { state, history } of histories)
      expect([state, history.length]).toEqual(['cancelled', 2]);
  });

  test('paid while it expires, it is one or the other', { timeout: slow }, async () => {
    const { id } = await newProduct(app, { stock: 100 });
    const ids = await times(20, (n) => placed(id, n % 2 ? ann : bob));
    await times(20, (n) => letExpire(ids[n]));
    const [paid] = await Promise.all([
      times(20, (n) => post(admin, `/orders/${ids[n]}/mark-paid`)),
      times(4, () => expireOrders(app)),
    ]);
    await expireOrders(app);
    const wins = tally(paid)[200] ?? 0;
    expect(await stockOf(id)).toBe(100 - wins * 2);
  });

  test('swept by several processes, each order expires once', async () => {
    const { id } = await newProduct(app, { stock: 100 });
    const ids = await times(10, () => placed(id));
    await times(10, (n) => letExpire(ids[n]));
    const sweeps = await times(6, () => expireOrders(app));
    const rest = await expireOrders(app);
    expect(sweeps.reduce((sum, n) => sum + n, rest)).toBe(10);
    expect(await stockOf(id)).toBe(100);
  });

  test('of two who hold the same copy one wins', async () => {
    const { id } = await newProduct(app);
    const orderId = await placed(id);
    const headers = { 'if-match': '"1"' };
    const responses = await Promise.all([
      post(admin, `/orders/${orderId}/mark-paid`, {}, headers),
      post(admin, `/orders/${orderId}/cancel`, {}, headers),
    ]);
    expect(tally(responses)).toEqual({ 200: 1, 412: 1 });
  });
});
