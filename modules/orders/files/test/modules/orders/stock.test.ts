import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { newProduct } from './new-product.ts';
import { app, order, type Person, post, setUp, stockOf } from './set-up.ts';

let ann: Person;
let admin: Person;
let id: string;
beforeEach(async () => {
  ({ ann, admin } = await setUp());
  ({ id } = await newProduct(app));
});

const change = (by: unknown, headers = {}, who = admin, product = id) =>
  post(who, `/products/${product}/stock`, { change: by }, headers);
const etag = async () => (await app.inject(`/products/${id}`)).headers.etag as string;

test('goods that come or are lost change the stock, and the ETag of the product', async () => {
  const before = await etag();
  const received = await change(5);
  expect([received.statusCode, received.json()]).toEqual([200, { id, stock: 15 }]);
  expect(received.headers.etag).not.toBe(before);
  expect(received.headers.etag).toBe(await etag());
  expect((await change(-15)).json()).toEqual({ id, stock: 0 });
});

test('the stock never leaves what can be counted', async () => {
  expectProblem(await change(-11), 409, 'stock-too-low');
  expectProblem(await change(2_147_483_638), 409, 'stock-too-high');
  expect(await stockOf(id)).toBe(10);
  expect((await change(2_147_483_637)).json().stock).toBe(2_147_483_647);
});

test('a product may have a narrower range than the column', async () => {
  await app.db.execute(sql`alter table products add constraint most check (stock <= 12)`);
  expectProblem(await change(3), 409, 'stock-too-high');
  expect((await change(2)).json().stock).toBe(12);
  await app.db.execute(sql`alter table products drop constraint most`);
});

test.each([0, 1.5, '1', null, 2_147_483_648])('%j is no change', async (by) => {
  expectProblem(await change(by), 400);
});

test('a change of an out-of-date copy, or of nothing, is refused', async () => {
  const ifMatch = { 'if-match': await etag() };
  expect((await change(1, ifMatch)).statusCode).toBe(200);
  expectProblem(await change(1, ifMatch), 412, 'changed-meanwhile');
  const unknown = '019370c8-0000-7000-8000-000000000000';
  expectProblem(await change(1, {}, admin, unknown), 404, 'not-found');
  expect(await stockOf(id)).toBe(11);
});

test('it is for those who keep the catalogue', async () => {
  expectProblem(await change(1, {}, ann), 403);
  const url = `/products/${id}/stock`;
  expectProblem(await app.inject({ method: 'POST', url, payload: { change: 1 } }), 401);
});

test('what is sold meanwhile stays sold', { timeout: 300_000 }, async () => {
  const buyers = [ann, await signIn(app), await signIn(app)];
  await change(20);
  const work = Array.from({ length: 60 }, (_, n) => {
    if (n % 3 === 0) return change(n % 2 ? 7 : -1);
    return n % 3 === 1 ? order(buyers[Math.floor(n / 3) % 3] ?? ann, { [id]: 1 }) : undefined;
  });
  const codes = (await Promise.all(work)).flatMap((response) => response?.statusCode ?? []);
  expect(codes.toSorted()).toEqual([...Array(20).fill(200), ...Array(20).fill(201)]);
  expect(await stockOf(id)).toBe(30 + 10 * 7 - 10 - 20);
});
