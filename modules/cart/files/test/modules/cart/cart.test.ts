import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { cartStore } from '../../../src/modules/cart/cart-store.ts';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { testApp } from '../../helpers/test-app.ts';
import { newProduct } from './new-product.ts';

const app = await testApp();
let ann: Awaited<ReturnType<typeof signIn>>;

beforeEach(async () => {
  await resetDatabase(app);
  ann = await signIn(app);
});

type Method = 'GET' | 'PUT' | 'DELETE';
const send = (method: Method, url: string, payload?: object, who = ann) =>
  app.inject({ method, url, headers: who.headers, ...(payload && { payload }) });
const put = (id: string, quantity: unknown, who = ann) =>
  send('PUT', `/cart/items/${id}`, { quantity }, who);
const cart = async (who = ann) => (await send('GET', '/cart', undefined, who)).json();

describe('a cart', () => {
  test('is empty at first, and only for those who are signed in', async () => {
    expect(await cart()).toEqual({ items: [], totals: [] });
    expectProblem(await app.inject('/cart'), 401);
  });

  test('shows current prices, totals for each currency, and what is in stock', async () => {
    const tea = await newProduct(app);
    const cup = await newProduct(app, { name: 'Cup', priceAmount: 900, stock: 1 });
    const map = await newProduct(app, { name: 'Map', priceAmount: 5, priceCurrency: 'USD' });
    await put(tea.id, 3);
    await put(cup.id, 2);
    expect((await put(map.id, 1)).statusCode).toBe(200);
    await app.db.execute(sql`update products set price_amount = 500 where id = ${tea.id}`);
    expect(await cart()).toEqual({
      items: [
        expect.objectContaining({ name: 'Tea', unitAmount: 500, amount: 1500, available: true }),
        expect.objectContaining({ name: 'Cup', quantity: 2, inStock: 1, available: false }),
        expect.objectContaining({ name: 'Map', currency: 'USD', amount: 5 }),
      ],
      totals: [
        { currency: 'EUR', amount: 3300 },
        { currency: 'USD', amount: 5 },
      ],
    });
  });

  test('holds each product once, in the last quantity', async () => {
    const { id } = await newProduct(app);
    await put(id, 2);
    await put(id.toUpperCase(), 5);
    expect((await cart()).items).toMatchObject([{ productId: id, quantity: 5 }]);
  });

  test('loses one product, or all', async () => {
    const [tea, cup] = [await newProduct(app), await newProduct(app, { name: 'Cup' })];
    await put(tea.id, 1);
    await put(cup.id, 1);
    const left = await send('DELETE', `/cart/items/${tea.id}`);
    expect(left.json().items).toMatchObject([{ name: 'Cup' }]);
    expect((await send('DELETE', '/cart')).statusCode).toBe(204);
    expect((await cart()).items).toEqual([]);
  });

  test('belongs to one person', async () => {
    const bob = await signIn(app);
    const { id } = await newProduct(app);
    await put(id, 1);
    expect((await cart(bob)).items).toEqual([]);
    await put(id, 7, bob);
    await send('DELETE', '/cart', undefined, bob);
    expect((await cart()).items).toMatchObject([{ quantity: 1 }]);
  });

  test.each([0, -1, 1.5, 1000, '2', null])('refuses the quantity %j', async (quantity) => {
    const { id } = await newProduct(app);
    expectProblem(await put(id, quantity), 400);
  });

  test('takes only products that exist', async () => {
    const unknown = await put('019370c8-0000-7000-8000-000000000000', 1);
    expectProblem(unknown, 404, 'unknown-product');
  });

  test('takes a hundred different products, and their changes', async () => {
    const { id } = await newProduct(app);
    await put(id, 1);
    for (let n = 1; n < 100; n += 1) await put((await newProduct(app)).id, 1);
    expectProblem(await put((await newProduct(app)).id, 1), 422, 'cart-full');
    expect((await put(id, 2)).statusCode).toBe(200);
  });

  test('loses what is taken out of the catalogue, and goes with the account', async () => {
    const { id } = await newProduct(app);
    await put(id, 1);
    await app.db.execute(sql`delete from products where id = ${id}`);
    expect((await cart()).items).toEqual([]);
    await put((await newProduct(app)).id, 1);
    await app.users.delete(ann.userId);
    expect(await app.cart.lines(ann.userId)).toEqual([]);
  });

  test('refuses a sum that a number cannot carry', async () => {
    const { id } = await newProduct(app, { priceAmount: Number.MAX_SAFE_INTEGER });
    expect((await put(id, 1)).statusCode).toBe(200);
    expectProblem(await put(id, 2), 422, 'total-too-large');
    expect((await cart()).items).toMatchObject([{ productId: id, quantity: 1 }]);
    const { id: other } = await newProduct(app, { priceAmount: 1 });
    expectProblem(await put(other, 1), 422, 'total-too-large');
    expect((await cart()).totals).toEqual([{ currency: 'EUR', amount: Number.MAX_SAFE_INTEGER }]);
  });

  test('shows no sum that a risen price has made too large, and is changed as ever', async () => {
    const [tea, cup] = [await newProduct(app), await newProduct(app)];
    await put(tea.id, 2);
    await put(cup.id, 1);
    await app.db.execute(
      sql`update products set price_amount = ${Number.MAX_SAFE_INTEGER} where id = ${tea.id}`,
    );
    const { items, totals } = await cart();
    expect(items).toMatchObject([{ amount: null }, { amount: 450 }]);
    expect(totals).toEqual([{ currency: 'EUR', amount: null }]);
    const left = await send('DELETE', `/cart/items/${cup.id}`);
    expect([left.statusCode, left.json().items.length]).toEqual([200, 1]);
    expect((await put(tea.id, 1)).json().totals).toMatchObject([{ currency: 'EUR' }]);
  });

  test('passes no limit by many changes at once', { timeout: 300_000 }, async () => {
    const products = await Promise.all(Array.from({ length: 105 }, () => newProduct(app)));
    const codes = (await Promise.all(products.map(({ id }) => put(id, 1)))).map(
      ({ statusCode }) => statusCode,
    );
    expect(codes.filter((code) => code === 422)).toHaveLength(5);
    expect((await cart()).items).toHaveLength(100);
  });

  test('is not for an account that another process has deleted', async () => {
    const { id: productId } = await newProduct(app);
    await app.db.execute(sql`delete from users where id = ${ann.userId}`);
    const putting = cartStore(app).put(ann.userId, { productId, quantity: 1 });
    await expect(putting).rejects.toMatchObject({ statusCode: 401, code: 'unauthenticated' });
    expectProblem(await put(productId, 1), 401);
  });
});

describe('for other modules', () => {
  test('lines are taken once, and only as they are', async () => {
    const { id: productId } = await newProduct(app);
    const { id: other } = await newProduct(app);
    await put(productId, 2);
    await put(other, 1);
    const take = (quantity: number) =>
      app.db.transaction((tx) => app.cart.take(ann.userId, [{ productId, quantity }], tx));
    expect(await take(1)).toBe(false);
    const results = await Promise.all(Array.from({ length: 10 }, () => take(2)));
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await app.cart.lines(ann.userId)).toEqual([{ productId: other, quantity: 1 }]);
  });
});
