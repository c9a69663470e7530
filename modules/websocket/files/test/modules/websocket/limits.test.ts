import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { eventually } from '../../helpers/eventually.ts';
import { rawHandshake, textFrame } from '../../helpers/raw-handshake.ts';
import { realtimeApp } from '../../helpers/realtime-app.ts';
import { type RealtimeClient, realtimeClient } from '../../helpers/realtime-client.ts';

type Server = Awaited<ReturnType<typeof realtimeApp>>;
const servers: Server[] = [];
const clients: RealtimeClient[] = [];

async function start(env: NodeJS.ProcessEnv = {}) {
  const server = await realtimeApp(env);
  servers.push(server);
  return server;
}
async function connect({ url }: Server) {
  const client = await realtimeClient(url);
  clients.push(client);
  return client;
}
afterEach(async () => {
  for (const client of clients.splice(0)) await client.close();
  for (const { app } of servers.splice(0)) await app.close();
});
const join = (client: RealtimeClient, room: string) => client.ask({ type: 'join', room });

describe('a client', () => {
  test('that sends a message too large is cut off', async () => {
    const client = await connect(await start({ REALTIME_MAX_MESSAGE_BYTES: '100' }));
    client.socket.send(JSON.stringify({ type: 'ping', id: 'x'.repeat(100) }));
    expect(await client.closed).toBe(1009);
  });

  test('that sends more messages than it may is cut off, and none more is dealt with', async () => {
    const client = await connect(await start({ REALTIME_MESSAGES_PER_SECOND: '5' }));
    for (let id = 1; id <= 30; id += 1) client.socket.send(JSON.stringify({ type: 'ping', id }));
    expect(await client.closed).toBe(4429);
    expect(client.frames.filter(({ type }) => type === 'ok').length).toBeLessThanOrEqual(10);
  });

  test('that sends at the pace it may goes on', async () => {
    const client = await connect(await start({ REALTIME_MESSAGES_PER_SECOND: '20' }));
    for (let n = 0; n < 45; n += 1) {
      expect(await client.ask({ type: 'ping' })).toMatchObject({ type: 'ok' });
      await sleep(45);
    }
  });

  test('is in so many rooms at most, and may change them', async () => {
    const client = await connect(await start({ REALTIME_MAX_ROOMS: '2' }));
    await join(client, 'public/1');
    await join(client, 'public/2');
    expect(await join(client, 'public/3')).toMatchObject({ code: 'too-many-rooms' });
    expect(await join(client, 'public/2')).toMatchObject({ type: 'ok' });
    await client.ask({ type: 'leave', room: 'public/1' });
    expect(await join(client, 'public/3')).toMatchObject({ type: 'ok' });
  });

  test('that does not read is cut off before it fills the memory; others hear all', async () => {
    const server = await start({ REALTIME_MAX_BUFFERED_BYTES: '131072' });
    const { socket } = await rawHandshake(server.url);
    socket.write(textFrame('{"type":"join","room":"public/1"}'));
    await once(socket, 'data');
    socket.pause();
    const reader = await connect(server);
    await join(reader, 'public/1');
    const data = 'x'.repeat(60_000);
    for (let n = 1; n <= 400; n += 1) {
      server.app.realtime.publish('public/1', { name: 'n', data });
      await eventually(() => expect(reader.events()).toHaveLength(n));
    }
    await eventually(() => expect(server.app.realtimeServer.connections()).toBe(1));
    expect(server.closes).toEqual([4408]);
    socket.destroy();
  });

  test('that answers no ping is dropped', async () => {
    const server = await start({ REALTIME_PING_SECONDS: '1' });
    const { socket } = await rawHandshake(server.url);
    const alive = await connect(server);
    const gone = once(socket, 'close');
    socket.resume();
    await gone;
    await eventually(() => expect(server.closes).toEqual([1006]));
    expect(await alive.ask({ type: 'ping' })).toMatchObject({ type: 'ok' });
  });

  test.each([
    ['a frame without a mask', Buffer.from([0x81, 0x01, 0x41]), 1002],
    ['text that is not UTF-8', Buffer.from([0x81, 0x81, 0, 0, 0, 0, 0xff]), 1007],
    ['a reserved bit', Buffer.from([0xc1, 0x80, 0, 0, 0, 0]), 1002],
  ])('that sends %s is cut off', async (_, bytes, code) => {
    const server = await start();
    const { socket } = await rawHandshake(server.url);
    await eventually(() => expect(server.app.realtimeServer.connections()).toBe(1));
    const received: Buffer[] = [];
    socket.on('data', (data) => received.push(data)).write(bytes);
    await once(socket, 'close');
    const close = Buffer.concat(received).subarray(-4);
    expect([close[0], close.readUInt16BE(2)]).toEqual([0x88, code]);
  });
});

describe('connections', () => {
  test('of one address are so many at most, and one that ends makes room', async () => {
    const server = await start({ REALTIME_MAX_PER_ADDRESS: '2' });
    const first = await connect(server);
    await connect(server);
    await expect(connect(server)).rejects.toMatchObject({ status: 429 });
    await first.close();
    await eventually(() => connect(server));
    await expect(connect(server)).rejects.toMatchObject({ status: 429 });
  });

  test('of a server are so many at most', async () => {
    const server = await start({ REALTIME_MAX_CONNECTIONS: '1' });
    await connect(server);
    await expect(connect(server)).rejects.toMatchObject({ status: 503 });
  });

  test('that are refused after all leave their place', async () => {
    const server = await start({ REALTIME_MAX_PER_ADDRESS: '1' });
    const { answer } = await rawHandshake(server.url, { 'sec-websocket-key': 'short' });
    expect(answer).toMatch(/^HTTP\/1.1 400/);
    await eventually(() => connect(server));
  });

  test('500 at once all hear an event', async () => {
    const server = await start({ REALTIME_MAX_PER_ADDRESS: '500' });
    await Promise.all(Array.from({ length: 500 }, () => connect(server)));
    await Promise.all(clients.map((client) => join(client, 'public/1')));
    server.app.realtime.publish('public/1', { name: 'n', data: 'all' });
    await eventually(() => {
      for (const client of clients) expect(client.events()).toEqual(['all']);
    }, 15_000);
    await Promise.all(clients.map((client) => client.close()));
    await eventually(() => expect(server.app.realtimeServer.connections()).toBe(0));
  }, 60_000);
});
