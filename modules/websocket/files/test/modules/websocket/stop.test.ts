import { once } from 'node:events';
import Type from 'typebox';
import { expect, test } from 'vitest';
import { eventually } from '../../helpers/eventually.ts';
import { rawHandshake, shakeHands } from '../../helpers/raw-handshake.ts';
import { realtimeApp } from '../../helpers/realtime-app.ts';
import { realtimeClient } from '../../helpers/realtime-client.ts';

test('a server that stops finishes what it was told, and takes nobody in', async () => {
  let [started, finished] = [false, false];
  const work = Promise.withResolvers<void>();
  const { app, url } = await realtimeApp();
  const room = app.realtime.room('work/:id', { mayJoin: () => true });
  room.onMessage('do', Type.Object({}), async () => {
    started = true;
    await work.promise;
    finished = true;
  });
  const client = await realtimeClient(url);
  await client.ask({ type: 'join', room: 'work/1' });
  client.socket.send('{"type":"send","room":"work/1","name":"do","data":{}}');
  await eventually(() => expect(started).toBe(true));
  const { socket: early } = await rawHandshake(url, {}, '/nowhere');
  const closing = app.close();
  expect(await client.closed).toBe(1001);
  expect(await shakeHands(early, url)).toContain(' 503 ');
  await expect(realtimeClient(url)).rejects.toThrow('ECONNREFUSED');
  expect(finished).toBe(false);
  work.resolve();
  await closing;
  expect(finished).toBe(true);
});

test('a client that does not answer holds nothing up for long', async () => {
  const { app, url } = await realtimeApp();
  const { socket } = await rawHandshake(url);
  await eventually(() => expect(app.realtimeServer.connections()).toBe(1));
  const gone = once(socket.resume(), 'close');
  const began = performance.now();
  await app.close();
  await gone;
  expect(performance.now() - began).toBeLessThan(4_000);
});
