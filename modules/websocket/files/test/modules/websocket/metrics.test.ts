import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { afterAll, expect, test } from 'vitest';
import type { Metrics } from '../../../src/contracts/metrics.ts';
import metrics from '../../../src/modules/websocket/metrics.ts';
import { eventually } from '../../helpers/eventually.ts';
import { realtimeApp } from '../../helpers/realtime-app.ts';
import { realtimeClient } from '../../helpers/realtime-client.ts';

const counts: Record<string, number> = {};
const add =
  (name: string, sign = 1) =>
  (labels: object, by = 1) => {
    const series = [name, ...Object.values(labels)].join(' ');
    counts[series] = (counts[series] ?? 0) + sign * by;
  };
const define = (name: string) => ({
  inc: add(name),
  dec: add(name, -1),
  set: () => {},
  observe: () => {},
});
const measured = fp(async (server: FastifyInstance) => {
  server.decorate('metrics', { counter: define, gauge: define, histogram: define } as Metrics);
});
const { app, url } = await realtimeApp({}, [measured, metrics]);
afterAll(() => app.close());

test('connections, events and the codes that connections end with are counted', async () => {
  const clients = await Promise.all([realtimeClient(url), realtimeClient(url)]);
  for (const client of clients) await client.ask({ type: 'join', room: 'public/1' });
  app.realtime.publish('public/1', { name: 'n', data: 1 });
  app.realtime.publish('public/2', { name: 'n', data: 1 });
  expect(counts).toMatchObject({ realtime_connections: 2, realtime_events_sent_total: 2 });
  clients[0]?.socket.close(1000);
  clients[1]?.socket.close(4999);
  await eventually(() =>
    expect(counts).toMatchObject({
      realtime_connections: 0,
      'realtime_connections_closed_total 1000': 1,
      'realtime_connections_closed_total other': 1,
    }),
  );
});

test('so are events that the other processes missed', async () => {
  const alone = await realtimeApp({ REDIS_URL: 'redis://127.0.0.1:1' }, [measured, metrics]);
  alone.app.realtime.publish('public/1', { name: 'n', data: 1 });
  await eventually(() => expect(counts).toMatchObject({ realtime_events_lost_total: 1 }));
  await alone.app.close();
});
