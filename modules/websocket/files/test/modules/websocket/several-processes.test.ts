import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { eventually } from '../../helpers/eventually.ts';
import { ownRedis } from '../../helpers/own-redis.ts';
import { type RealtimeClient, realtimeClient } from '../../helpers/realtime-client.ts';

const redis = await ownRedis();

describe.skipIf(!redis)('several processes', () => {
  if (!redis) return;
  const children: ChildProcess[] = [];
  const clients: RealtimeClient[] = [];

  async function start() {
    const child = spawn('node', ['test/modules/websocket/server-process.ts'], {
      env: { ...process.env, ...redis?.env },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    children.push(child);
    const [url] = await once(child, 'message');
    return { child, url: String(url) };
  }
  async function listenTo(url: string, room: string) {
    const client = await realtimeClient(url);
    clients.push(client);
    await client.ask({ type: 'join', room });
    return client;
  }
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.close();
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });
  afterAll(redis.clean);

  test('hear each other’s events: each once, in order, in the room alone', async () => {
    const [one, two] = await Promise.all([start(), start()]);
    const [here, there] = [
      await listenTo(one.url, 'public/1'),
      await listenTo(two.url, 'public/1'),
    ];
    const elsewhere = await listenTo(two.url, 'public/2');
    const numbers = Array.from({ length: 100 }, (_, n) => n);
    for (const data of numbers) one.child.send({ room: 'public/1', name: 'n', data });
    await eventually(() => expect(there.events()).toEqual(numbers));
    expect(here.events()).toEqual(numbers);
    two.child.send({ room: 'public/1', name: 'n', data: 'line\nbreak' });
    await eventually(() => expect(here.events().at(-1)).toBe('line\nbreak'));
    expect(elsewhere.events()).toEqual([]);
  }, 60_000);

  test('one that is asked to stop sends its clients to the others, and ends', async () => {
    const [one, two] = await Promise.all([start(), start()]);
    const moved = await listenTo(one.url, 'public/1');
    const stayed = await listenTo(two.url, 'public/1');
    one.child.kill('SIGTERM');
    expect(await moved.closed).toBe(1001);
    expect(await once(one.child, 'exit')).toEqual([0, null]);
    const again = await listenTo(two.url, 'public/1');
    two.child.send({ room: 'public/1', name: 'n', data: 'after' });
    await eventually(() => expect(again.events()).toEqual(['after']));
    expect(stayed.events()).toEqual(['after']);
  }, 60_000);
});
