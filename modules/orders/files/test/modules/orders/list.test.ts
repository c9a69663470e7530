import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { tidyOrders } from '../../../src/modules/orders/tidy-orders.ts';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { newProduct } from './new-product.ts';
import { app, countOf, get, one, order, type Person, post, setUp } from './set-up.ts';

let ann: Person;
let admin: Person;
let product: string;
beforeEach(async () => {
  ({ ann, admin } = await setUp());
  product = (await newProduct(app, { stock: 1000 })).id;
});

interface Listed {
  items: { id: string; number: string; items: object[] }[];
  nextCursor: string | null;
}
const buy = async (who = ann) =>
  (await order(who, { [product]: 1 })).json<{ id: string; number: string }>();
const list = async (who: Person, query = '') => (await get(who, `/orders${query}`)).json<Listed>();
const idsOf = ({ items }: Listed) => items.map(({ id }) => id);

describe('the list of orders', () => {
  test('shows customers their own, newest first, and admins all', async () => {
    const bob = await signIn(app);
    const [first, second, other] = [await buy(), await buy(), await buy(bob)];
    const mine = await list(ann);
    expect(idsOf(mine)).toEqual([second.id, first.id]);
    expect(mine.items[0]?.items).toHaveLength(1);
    expect(idsOf(await list(bob))).toEqual([other.id]);
    expect(idsOf(await list(admin))).toEqual([other.id, second.id, first.id]);
    expectProblem(await app.inject('/orders'), 401);
  });

  test('comes in pages that neither repeat nor hide', async () => {
    const all: string[] = [];
    for (let n = 0; n < 5; n += 1) all.unshift((await buy()).id);
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: Listed = await list(ann, `?limit=2${next && `&cursor=${next}`}`);
      seen.push(...idsOf(page));
      next = page.nextCursor;
    }
    expect(seen).toEqual(all);
    expectProblem(await get(ann, '/orders?cursor=x'), 400);
  });

  test('can be narrowed to a state or a number', async () => {
    const [first, second] = [await buy(), await buy()];
    await post(ann, `/orders/${first.id}/cancel`);
    expect(idsOf(await list(admin, '?state=cancelled'))).toEqual([first.id]);
    expect(idsOf(await list(ann, '?state=pending'))).toEqual([second.id]);
    const number = second.number.toLowerCase();
    expect(idsOf(await list(admin, `?number=${number}`))).toEqual([second.id]);
    expect(idsOf(await list(await signIn(app), `?number=${number}`))).toEqual([]);
    expectProblem(await get(ann, '/orders?state=lost'), 400);
    expectProblem(await get(ann, '/orders?number=%00'), 400);
  });
});

describe('what is gone', () => {
  test('a product that leaves the catalogue stays in the order by its name', async () => {
    const { id } = await buy();
    await app.db.execute(sql`delete from products`);
    expect((await get(ann, `/orders/${id}`)).json().items).toMatchObject([
      { productId: null, productName: 'Tea', unitAmount: 450 },
    ]);
    expect((await post(ann, `/orders/${id}/cancel`)).statusCode).toBe(200);
  });

  test('an account leaves the figures; the address goes when the goods are sent', async () => {
    const lines = [{ productId: product, quantity: 1 }];
    const delivery = { shippingAddress: 'Main St 1', note: 'Hi' };
    const { id } = (await post(ann, '/orders', { lines, ...delivery })).json();
    await post(admin, `/orders/${id}/mark-paid`);
    await app.users.delete(ann.userId);
    await tidyOrders(app);
    const read = async () => (await get(admin, `/orders/${id}`)).json();
    expect(await read()).toMatchObject({ userId: null, shippingAddress: 'Main St 1', note: 'Hi' });
    await post(admin, `/orders/${id}/ship`);
    await tidyOrders(app);
    expect(await read()).toMatchObject({ state: 'shipped', shippingAddress: null, note: null });
  });

  test('keys are remembered for a day', async () => {
    const key = { 'idempotency-key': 'k' };
    const first = await order(ann, { [product]: 1 }, key);
    await tidyOrders(app);
    expect(await countOf('order_requests')).toBe(1);
    await app.db.execute(sql`update order_requests set created_at = now() - interval '25 hours'`);
    await tidyOrders(app);
    const again = await order(ann, { [product]: 1 }, key);
    expect(again.json().id).not.toBe(first.json().id);
    expect(await one(sql`select 1 as one from orders where id = ${first.json().id}`)).toBeDefined();
  });
});
