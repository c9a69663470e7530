import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import base from '../../../src/modules/base/index.ts';
import health from '../../../src/modules/health/index.ts';
import { testApp } from '../../helpers/test-app.ts';

let app: FastifyInstance;
let logged: { level: number; msg: string; check?: string; err?: { message: string } }[];

beforeEach(async () => {
  const env = { HEALTH_TIMEOUT_MS: '50', HEALTH_DRAIN_MS: '200' };
  logged = [];
  const stream = { write: (line: string) => void logged.push(JSON.parse(line)) };
  app = Fastify({ return503OnClosing: false, logger: { level: 'debug', stream } });
  await app.register(base, { env });
  await app.register(health, { env });
});
afterEach(() => app.close());

const ready = () => app.inject('/health/ready');

describe('liveness', () => {
  test('the whole server says that it lives', async () => {
    const response = await (await testApp()).inject('/health/live');
    expect([response.statusCode, response.json()]).toEqual([200, { status: 'ok' }]);
  });
});

describe('readiness', () => {
  test('the whole server says that it is ready', async () => {
    const response = await (await testApp()).inject('/health/ready');
    expect(response.statusCode).toBe(200);
    expect(response.json().status).toBe('ready');
    expect(response.headers['cache-control']).toBe('no-store');
  });

  test('names the checks that passed', async () => {
    app.addReadinessCheck('queue', async () => {});
    expect((await ready()).json()).toEqual({ status: 'ready', checks: { queue: 'ok' } });
  });

  test('does not hang on what the server can do without', async () => {
    const fail = () => Promise.reject(new Error('connection refused'));
    app.addReadinessCheck('accelerator', fail, { required: false });
    app.addReadinessCheck('queue', async () => {});
    const response = await ready();
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({
      status: 'ready',
      checks: { accelerator: 'failed', queue: 'ok' },
    });
    const said = { level: 20, check: 'accelerator', msg: 'ready without it' };
    expect(logged).toContainEqual(expect.objectContaining(said));
  });

  test('is 503 when a check fails, without saying why', async () => {
    app.addReadinessCheck('queue', async () => {});
    app.addReadinessCheck('mail', async () => {
      throw new Error('password "hunter2" refused by 10.0.0.7');
    });
    const response = await ready();
    expect(response.statusCode).toBe(503);
    expect(response.json()).toEqual({
      status: 'unavailable',
      checks: { queue: 'ok', mail: 'failed' },
    });
    expect(logged).toContainEqual(
      expect.objectContaining({ level: 40, check: 'mail', msg: 'not ready' }),
    );
  });

  test('probes are not worth a line each', async () => {
    await app.inject('/health/live');
    await ready();
    expect(logged.filter(({ level }) => level === 30)).toEqual([]);
  });

  test('is 503 when a check throws before it waits for anything', async () => {
    app.addReadinessCheck('broken', () => {
      throw new Error('at once');
    });
    expect((await ready()).statusCode).toBe(503);
  });

  test('does not wait for a check that hangs', async () => {
    app.addReadinessCheck('slow', () => new Promise(() => {}));
    const start = performance.now();
    expect((await ready()).statusCode).toBe(503);
    expect(performance.now() - start).toBeLessThan(1_000);
    expect(logged.map(({ err }) => err?.message)).toContain('no answer within 50 ms');
  });

  test('a hanging check is not started again', async () => {
    let runs = 0;
    app.addReadinessCheck('slow', () => {
      runs += 1;
      return new Promise(() => {});
    });
    await ready();
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect((await ready()).statusCode).toBe(503);
    expect(runs).toBe(1);
  });

  test('many probes share one run, and a later one runs the check anew', async () => {
    let runs = 0;
    app.addReadinessCheck('counted', async () => {
      runs += 1;
    });
    await Promise.all(Array.from({ length: 20 }, ready));
    expect(runs).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    await ready();
    expect(runs).toBe(2);
  });

  test('is 503 while the server stops, which it still can tell', async () => {
    await app.listen({ port: 0, host: '127.0.0.1' });
    const closed = app.close();
    expect(await statusOf('/health/ready')).toBe(503);
    expect(await statusOf('/health/live')).toBe(200);
    await closed;
  });
});

test('the server cannot go on serving longer than it may take to stop', async () => {
  const env = { HEALTH_DRAIN_MS: '5000', SHUTDOWN_TIMEOUT_MS: '5000' };
  const server = Fastify();
  await server.register(base, { env });
  await expect(server.register(health, { env })).rejects.toThrow(
    'The environment variable HEALTH_DRAIN_MS must be less than SHUTDOWN_TIMEOUT_MS.',
  );
});

async function statusOf(path: string) {
  const { port } = app.server.address() as AddressInfo;
  const [response] = await once(request({ port, path, host: '127.0.0.1' }).end(), 'response');
  response.resume();
  return response.statusCode;
}
