import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eventually } from '../../helpers/eventually.ts';
import { startTestApp } from '../../helpers/test-app.ts';
import { metricsApp, requestCounts, scrape } from './metrics-app.ts';

let app: FastifyInstance;
beforeEach(async () => {
  app = await metricsApp();
});
afterEach(() => app.close());

const inFlight = async (of = app) =>
  (await scrape(of)).get('http_requests_in_flight')?.samples[0]?.value;

describe('requests', () => {
  test('count by method, pattern of the route and class of the status, exactly', async () => {
    expect(await requestCounts(app)).toEqual({});
    for (const id of ['1', '2', '3']) await app.inject(`/plants/${id}?colour=green`);
    for (const url of ['/missing', '/broken', '/broken']) await app.inject(url);
    await app.inject({ method: 'POST', url: '/plants' });
    await app.inject({ method: 'HEAD', url: '/plants/1' });
    expect(await requestCounts(app)).toEqual({
      'GET /plants/:id 2xx': 3,
      'HEAD /plants/:id 2xx': 1,
      'POST /plants 2xx': 1,
      'GET /missing 4xx': 1,
      'GET /broken 5xx': 2,
    });
  });

  test('that match no route are one series, whatever their paths and methods', async () => {
    for (let n = 0; n < 200; n += 1) await app.inject(`/wp-admin/${n}.php?n=${n}`);
    await app.inject({ method: 'DELETE', url: '/anything' });
    expect(await requestCounts(app)).toEqual({ '(unmatched) (unmatched) 4xx': 201 });
  });

  test('have durations whose buckets add up', async () => {
    for (let n = 0; n < 20; n += 1) await app.inject('/plants/1');
    const family = (await scrape(app)).get('http_request_duration_seconds');
    expect(family?.type).toBe('histogram');
    const values = (suffix: string) =>
      (family?.samples ?? [])
        .filter(({ name }) => name === `http_request_duration_seconds_${suffix}`)
        .map(({ value }) => value);
    const buckets = values('bucket');
    expect(buckets).toHaveLength(12);
    expect(buckets).toEqual(buckets.toSorted((a, b) => a - b));
    expect([buckets.at(-1), values('count')]).toEqual([20, [20]]);
    const [sum = 0] = values('sum');
    expect(sum).toBeGreaterThan(0);
    expect(sum).toBeLessThan(20);
  });

  test("keep their routes' own hooks", async () => {
    let observed = 0;
    const { port } = app.server.address() as AddressInfo;
    app.server.on('request', (_request, response) => {
      response.on('observed', () => {
        observed += 1;
      });
    });
    await (await fetch(`http://127.0.0.1:${port}/observed`)).text();
    await eventually(() => expect(observed).toBe(1));
    expect(await requestCounts(app)).toEqual({ 'GET /observed 2xx': 1 });
  });

  test('of the whole server are counted: its pages, and what it refuses', async () => {
    const whole = await startTestApp({ PGLITE_DIR: 'memory://' });
    await whole.metricsServer.start();
    await whole.inject('/health/live');
    await whole.inject('/nowhere');
    expect(await requestCounts(whole)).toEqual({
      'GET /health/live 2xx': 1,
      '(unmatched) (unmatched) 4xx': 1,
    });
    await whole.close();
  });
});

describe('requests in flight', () => {
  test('are counted from arrival to the end, or until the client goes away', async () => {
    const { port } = app.server.address() as AddressInfo;
    const headers = { 'content-length': '10', 'content-type': 'application/json' };
    const options = { port, host: '127.0.0.1', path: '/plants', method: 'POST', headers };
    const waiting = [request(options), request(options)];
    for (const one of waiting) one.on('error', () => {}).flushHeaders();
    await eventually(async () => expect(await inFlight()).toBe(2));
    waiting[0]?.destroy();
    await eventually(async () => expect(await inFlight()).toBe(1));
    waiting[1]?.end('{"a": "b"}');
    await eventually(async () => expect(await inFlight()).toBe(0));
    expect(await requestCounts(app)).toMatchObject({ 'POST /plants 2xx': 1 });
  });
});
