import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { metricsApp, scrape } from './metrics-app.ts';

let app: FastifyInstance;
beforeEach(async () => {
  app = await metricsApp();
});
afterEach(() => app.close());

const samples = async (name: string) => (await scrape(app)).get(name)?.samples;

test('a counter goes up by label', async () => {
  const orders = app.metrics.counter('orders_placed_total', 'Orders placed.', ['channel']);
  orders.inc({ channel: 'web' });
  orders.inc({ channel: 'web' }, 2);
  orders.inc({ channel: 'a "shop"\\\n' });
  expect(await samples('orders_placed_total')).toEqual([
    { name: 'orders_placed_total', labels: { channel: 'web' }, value: 3 },
    { name: 'orders_placed_total', labels: { channel: String.raw`a \"shop\"\\\n` }, value: 1 },
  ]);
});

test('a gauge goes up and down, without labels too', async () => {
  const open = app.metrics.gauge('open_doors', 'Doors that are open.');
  open.set({}, 5);
  open.inc({});
  open.dec({}, 4);
  await nextTurn();
  expect(await samples('open_doors')).toEqual([{ name: 'open_doors', labels: {}, value: 2 }]);
});

test('a histogram has the buckets that it was given, or those for requests', async () => {
  const sizes = app.metrics.histogram('upload_bytes', 'Sizes of uploads.', [], [10, 100]);
  for (const size of [5, 50, 500]) sizes.observe({}, size);
  expect((await samples('upload_bytes'))?.map(({ value }) => value)).toEqual([1, 2, 3, 555, 3]);
  app.metrics.histogram('wait_seconds', 'Waits.').observe({}, 1);
  expect(await samples('wait_seconds')).toHaveLength(14);
});

test('a name is taken once', () => {
  app.metrics.counter('mails_total', 'Mails.');
  expect(() => app.metrics.counter('mails_total', 'Mails.')).toThrow('already been registered');
});
