import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { openWeb } from './open-web.ts';

it('answers behind a plain HTTP server that keeps some paths for itself', async () => {
  const { web } = await openWeb();
  const server = createServer((request, response) => {
    if (request.url === '/healthz') response.end('ok');
    else web.routing(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  expect(await (await fetch(`${url}/healthz`)).text()).toBe('ok');
  const body = JSON.stringify({ request: 'a blog with comments' });
  const headers = { 'content-type': 'application/json' };
  const planned = await fetch(`${url}/api/plan`, { method: 'POST', body, headers });
  expect(await planned.json()).toMatchObject({ plan: { language: 'en' } });
  const zip = await fetch(`${url}/api/render`, { method: 'POST', body, headers });
  expect((await zip.bytes()).subarray(0, 2)).toEqual(Uint8Array.from(Buffer.from('PK')));
  expect((await fetch(`${url}/nothing`)).status).toBe(404);

  server.close();
  server.closeAllConnections();
  await web.close();
});
