import { once } from 'node:events';
import { afterAll, describe, expect, test } from 'vitest';
import { rawHandshake } from '../../helpers/raw-handshake.ts';
import { realtimeApp } from '../../helpers/realtime-app.ts';
import { realtimeClient } from '../../helpers/realtime-client.ts';

const { app, url } = await realtimeApp({ REALTIME_ORIGINS: 'https://app.example.com' }, [
  async (server) => {
    server.get('/plain', async ({ headers }) => ({ upgrade: headers.upgrade ?? null }));
  },
]);
afterAll(() => app.close());
const { host } = new URL(url);

async function statusFor(headers: Record<string, string>, path?: string) {
  const { socket, answer } = await rawHandshake(url, headers, path);
  socket.destroy();
  return Number(/^HTTP\/1.1 (\d+)/.exec(answer)?.[1]);
}

describe('a page', () => {
  test.each([
    ['of this server', { origin: `http://${host}` }],
    ['of this server behind TLS', { origin: `https://${host}` }],
    ['of a listed origin', { origin: 'https://app.example.com' }],
    ['that is none: other clients', {}],
  ])('%s may connect', async (_, headers) => {
    expect(await statusFor(headers)).toBe(101);
  });

  test.each([
    ['of another site', { origin: 'https://evil.example' }],
    ['of a host that begins alike', { origin: `http://${host}.evil.example` }],
    ['of a host that ends alike', { origin: `https://evil.example/${host}` }],
    ['of another port', { origin: 'http://127.0.0.1:1' }],
    ['of the listed host without TLS', { origin: 'http://app.example.com' }],
    ['of the listed host on another port', { origin: 'https://app.example.com:8443' }],
    ['under the listed host', { origin: 'https://x.app.example.com' }],
    ['in a sandbox', { origin: 'null' }],
    ['of an empty origin', { origin: '' }],
    ['of another site that hides its origin', { 'sec-fetch-site': 'cross-site' }],
  ])('%s may not', async (_, headers) => {
    expect(await statusFor(headers)).toBe(403);
  });
});

describe('what is no handshake', () => {
  test('is told how to connect', async () => {
    const response = await app.inject('/realtime');
    expect([response.statusCode, response.headers.upgrade]).toEqual([426, 'websocket']);
    expect(response.json()).toMatchObject({ code: 'upgrade-required' });
  });

  test('but offers another protocol is answered like any request', async () => {
    const upgrade = 'h2c';
    const { answer, socket } = await rawHandshake(url, { upgrade }, '/plain');
    expect(answer).toMatch(/^HTTP\/1.1 200/);
    expect(answer).toContain('"upgrade":"h2c"');
    socket.destroy();
    expect(await statusFor({ upgrade })).toBe(426);
  });

  test('but is for another address is answered like any request, and its connection goes on', async () => {
    const { answer, socket } = await rawHandshake(url, {}, '/plain');
    expect(answer).toMatch(/^HTTP\/1.1 200/);
    socket.write(`GET /nowhere HTTP/1.1\r\nhost: ${host}\r\n\r\n`);
    expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1.1 404/);
    socket.destroy();
  });

  test.each([
    ['another version', { 'sec-websocket-version': '7' }, 400],
    ['no key', { 'sec-websocket-key': '' }, 400],
    ['protocols that are none', { 'sec-websocket-protocol': 'a b' }, 400],
  ])('for it has %s', async (_, headers, status) => {
    expect(await statusFor(headers)).toBe(status);
  });
});

test('a client that goes away during the handshake leaves nothing behind', async () => {
  const { socket } = await rawHandshake(url);
  socket.destroy();
  const client = await realtimeClient(url);
  expect(await client.first('ready')).toBeTruthy();
  await client.close();
});
