import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eventually } from '../../helpers/eventually.ts';
import { ownRedis } from '../../helpers/own-redis.ts';
import { realtimeApp } from '../../helpers/realtime-app.ts';
import { type RealtimeClient, realtimeClient } from '../../helpers/realtime-client.ts';
import { type TcpProxy, tcpProxy } from '../../helpers/tcp-proxy.ts';

const redis = await ownRedis();

describe.skipIf(!redis)('with a Redis in trouble', () => {
  if (!redis) return;
  type Server = Awaited<ReturnType<typeof realtimeApp>>;
  const servers: Server[] = [];
  const clients: RealtimeClient[] = [];
  let proxy: TcpProxy;

  async function start(env: NodeJS.ProcessEnv = {}) {
    const server = await realtimeApp({ ...redis?.env, ...env });
    servers.push(server);
    return server;
  }
  const startBehindProxy = () => start({ REDIS_URL: proxy.url });
  async function listenTo({ url }: Server) {
    const client = await realtimeClient(url);
    clients.push(client);
    await client.ask({ type: 'join', room: 'public/1' });
    return client;
  }
  const publish = ({ app }: Server, data: unknown) =>
    app.realtime.publish('public/1', { name: 'n', data });
  const resyncs = ({ frames }: RealtimeClient) => frames.filter(({ type }) => type === 'resync');
  const hears = (client: RealtimeClient, ...events: unknown[]) =>
    eventually(() => expect(client.events()).toEqual(events));

  beforeEach(async () => {
    proxy = await tcpProxy(redis.env.REDIS_URL);
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.close();
    for (const { app } of servers.splice(0)) await app.close();
    await proxy.close();
  });
  afterAll(redis.clean);

  test('a break costs others what was said meanwhile, and all are told to load anew', async () => {
    const [cut, whole] = [await startBehindProxy(), await start()];
    const [here, there] = [await listenTo(cut), await listenTo(whole)];
    publish(cut, 'before');
    await hears(there, 'before');
    await proxy.cut();
    await eventually(() => expect(cut.app.redis?.client.isReady).toBe(false));
    publish(cut, 'meanwhile');
    publish(cut, 'and again');
    publish(whole, 'unheard');
    await hears(here, 'before', 'meanwhile', 'and again');
    await eventually(() => expect(cut.losses).toHaveLength(2));
    const warning = 'events reach the connections of this process only';
    expect(cut.logged.filter((line) => line === warning)).toHaveLength(1);
    await proxy.mend();
    await eventually(
      () => expect([resyncs(here), resyncs(there)]).toMatchObject([[{}], [{}]]),
      9_000,
    );
    expect(cut.logged).toContain('events reach other processes again');
    publish(cut, 'after');
    await hears(there, 'before', 'unheard', 'after');
    publish(whole, 'back');
    await hears(here, 'before', 'meanwhile', 'and again', 'after', 'back');
  }, 30_000);

  test('a frozen one delays nothing here, and what waits for it is bounded', async () => {
    const frozen = await startBehindProxy();
    const client = await listenTo(frozen);
    proxy.freeze();
    const began = performance.now();
    for (let n = 0; n < 1_500; n += 1) publish(frozen, n);
    await eventually(() => expect(client.events()).toHaveLength(1_500));
    expect(performance.now() - began).toBeLessThan(3_000);
    await eventually(() => expect(frozen.losses.length).toBeGreaterThanOrEqual(500));
  });

  test('large events are bounded by their bytes', async () => {
    const frozen = await startBehindProxy();
    proxy.freeze();
    for (let n = 0; n < 200; n += 1) publish(frozen, 'x'.repeat(60_000));
    await eventually(() => expect(frozen.losses.length).toBeGreaterThanOrEqual(60));
  });

  test('a server starts without, serves its own clients, and joins the others later', async () => {
    await proxy.cut();
    const late = await startBehindProxy();
    const client = await listenTo(late);
    publish(late, 'alone');
    await hears(client, 'alone');
    await proxy.mend();
    const other = await start();
    await eventually(async () => {
      publish(other, 'together');
      expect(client.events()).toContain('together');
    }, 9_000);
  }, 30_000);

  test('what is none of our words is passed over, and other servers are not heard', async () => {
    const server = await start();
    const stranger = await start({ REDIS_PREFIX: `${redis.prefix}other:` });
    const client = await listenTo(server);
    const channel = `${redis.prefix}realtime:1`;
    for (const word of ['', 'x', 'a\nb\nc\nd', 'a\nevent', 'a\nevent\npublic/1', '{}'])
      await redis.client.publish(channel, word);
    publish(stranger, 'not ours');
    await redis.client.publish(channel, 'a\nresync\n\n');
    await redis.client.publish(channel, 'b\nresync\n\n');
    await client.first('resync');
    expect(client.events()).toEqual([]);
    expect(resyncs(client)).toHaveLength(1);
  });

  test('a server stops although Redis does not answer', async () => {
    const server = await startBehindProxy();
    await listenTo(server);
    proxy.freeze();
    publish(server, 'lost');
    const began = performance.now();
    await server.app.close();
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
