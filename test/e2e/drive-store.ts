import { expect } from 'vitest';
import { httpClient } from './http-client.ts';
import type { Served } from './served.ts';
import { expectStatus, signUp } from './sign-up.ts';

/** What the first hour of an online store looks like from outside. */
export async function driveStore({ url, promote }: Served): Promise<void> {
  const guest = httpClient(url);
  const { email, password } = await signUp(url, 'admin');
  await promote(email);
  const admin = expectStatus(await guest('POST', '/auth/login', { email, password }), 200);
  const manager = httpClient(url, admin.body.accessToken);
  const ann = await signUp(url, 'ann');
  const bob = await signUp(url, 'bob');

  await catalogueIsKeptByAdmins();
  await pagesNeitherRepeatNorHide();
  await ordersArePrivate();
  await cartsBecomeOrders();
  await refreshTokensWorkOnce();
  await signingOutEndsTheSession();

  async function catalogueIsKeptByAdmins() {
    const product = { name: 'Tea', priceAmount: 450, priceCurrency: 'EUR', stock: 10 };
    expectStatus(await guest('POST', '/products', product), 401);
    expectStatus(await ann.client('POST', '/products', product), 403);
    const made = expectStatus(await manager('POST', '/products', product), 201);
    const read = expectStatus(await guest('GET', `/products/${made.body.id}`), 200);
    expect(read.body).toMatchObject(product);
    const etag = read.headers.get('etag') ?? '';
    const cached = { 'if-none-match': etag };
    expectStatus(await guest('GET', `/products/${made.body.id}`, undefined, cached), 304);
    const stale = { 'if-match': '"999"' };
    expectStatus(await manager('PATCH', `/products/${made.body.id}`, { stock: 9 }, stale), 412);
    const refused = expectStatus(await manager('POST', '/products', { ...product, id: 'x' }), 400);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
  }

  async function pagesNeitherRepeatNorHide() {
    for (let number = 0; number < 5; number += 1) {
      const product = { name: `Cup ${number}`, priceAmount: number, priceCurrency: 'EUR' };
      expectStatus(await manager('POST', '/products', product), 201);
    }
    const names: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const after: string = cursor ? `&cursor=${cursor}` : '';
      const page = expectStatus(await guest('GET', `/products?limit=2&sort=name${after}`), 200);
      names.push(...page.body.items.map((item: { name: string }) => item.name));
      cursor = page.body.nextCursor;
    }
    expect(names).toEqual(['Cup 0', 'Cup 1', 'Cup 2', 'Cup 3', 'Cup 4', 'Tea']);
  }

  async function ordersArePrivate() {
    const product = { name: 'Pot', priceAmount: 2000, priceCurrency: 'EUR', stock: 3 };
    const { id: productId } = expectStatus(await manager('POST', '/products', product), 201).body;
    const lines = [{ productId, quantity: 2 }];
    const key = { 'idempotency-key': 'first' };
    const order = expectStatus(await ann.client('POST', '/orders', { lines }, key), 201);
    const again = expectStatus(await ann.client('POST', '/orders', { lines }, key), 201);
    expect(again.body).toEqual(order.body);
    expect(order.body).toMatchObject({ state: 'pending', totalAmount: 4000, currency: 'EUR' });
    expectStatus(await bob.client('POST', '/orders', { lines }), 409);
    const path = `/orders/${order.body.id}`;
    expectStatus(await ann.client('GET', path), 200);
    expectStatus(await bob.client('GET', path), 404);
    expectStatus(await bob.client('POST', `${path}/cancel`), 404);
    expectStatus(await ann.client('POST', `${path}/mark-paid`), 403);
    expectStatus(await manager('POST', `${path}/mark-paid`), 200);
    expectStatus(await ann.client('POST', `${path}/cancel`), 409);
    const left = expectStatus(await guest('GET', `/products/${productId}`), 200);
    expect(left.body.stock).toBe(1);
    expectStatus(await guest('GET', path), 401);
    const seen = expectStatus(await bob.client('GET', '/orders'), 200);
    expect(seen.body.items).toEqual([]);
  }

  async function cartsBecomeOrders() {
    const product = { name: 'Tray', priceAmount: 300, priceCurrency: 'EUR', stock: 5 };
    const { id } = expectStatus(await manager('POST', '/products', product), 201).body;
    expectStatus(await bob.client('PUT', `/cart/items/${id}`, { quantity: 4 }), 200);
    const order = expectStatus(await bob.client('POST', '/orders/from-cart', {}), 201);
    expect(order.body).toMatchObject({ totalAmount: 1200 });
    expect(expectStatus(await bob.client('GET', '/cart'), 200).body.items).toEqual([]);
    expectStatus(await bob.client('POST', `/orders/${order.body.id}/cancel`), 200);
    expect(expectStatus(await guest('GET', `/products/${id}`), 200).body.stock).toBe(5);
  }

  async function refreshTokensWorkOnce() {
    const { refreshToken } = bob.tokens;
    const fresh = expectStatus(await guest('POST', '/auth/refresh', { refreshToken }), 200);
    expectStatus(await guest('POST', '/auth/refresh', { refreshToken }), 401);
    const next = { refreshToken: fresh.body.refreshToken };
    expectStatus(await guest('POST', '/auth/refresh', next), 401);
  }

  async function signingOutEndsTheSession() {
    expectStatus(await ann.client('GET', '/users/me'), 200);
    expectStatus(await ann.client('POST', '/auth/logout'), 204);
    expectStatus(await ann.client('GET', '/users/me'), 401);
    const { refreshToken } = ann.tokens;
    expectStatus(await guest('POST', '/auth/refresh', { refreshToken }), 401);
  }
}
