import assert from 'node:assert/strict';
import { bare, type Contender } from './contenders.ts';
import type { Running } from './start-server.ts';

/** What is measured must be the same work: twenty whole products, and only admins create one. */
export async function checkAnswers({ name }: Contender, { url }: Running) {
  const list = (await (await fetch(`${url}/products`)).json()) as { items: object[] };
  assert.equal(list.items.length, 20, name);
  assert.equal(Object.keys(list.items[0] ?? {}).length, 11, name);
  assert.equal((await fetch(`${url}/products?limit=many`)).status, 400, name);
  if (name === bare) return;
  const headers = { origin: 'https://shop.example.com' };
  const refused = await fetch(`${url}/products`, { method: 'POST', headers });
  assert.equal(refused.status, 401, name);
  for (const header of ['x-request-id', 'content-security-policy', 'access-control-allow-origin'])
    assert.ok(refused.headers.has(header), `${name} lacks ${header}`);
}
