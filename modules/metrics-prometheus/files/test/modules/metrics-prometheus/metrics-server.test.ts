import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import pkg from '../../../package.json' with { type: 'json' };
import { metricsServer } from '../../../src/modules/metrics-prometheus/metrics-server.ts';
import { metricsApp, metricsUrl, requestCounts, scrape } from './metrics-app.ts';

let app: FastifyInstance | undefined;
afterEach(async () => {
  await app?.close();
  app = undefined;
});

describe('the listener for metrics', () => {
  test('serves the text format on its own port, and not on the public one', async () => {
    app = await metricsApp();
    const response = await fetch(metricsUrl(app));
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
    ]);
    expect((await app.inject('/metrics')).statusCode).toBe(404);
    expect(app.metricsServer.address().address).toBe('127.0.0.1');
  });

  test('serves nothing else', async () => {
    app = await metricsApp();
    const url = metricsUrl(app);
    expect((await fetch(url.replace('/metrics', '/'))).status).toBe(404);
    expect((await fetch(url, { method: 'POST' })).status).toBe(405);
  });

  test('tells of the process and of the build', async () => {
    app = await metricsApp();
    const families = await scrape(app);
    for (const name of [
      'nodejs_eventloop_lag_seconds',
      'nodejs_heap_size_used_bytes',
      'nodejs_active_handles_total',
      'nodejs_gc_duration_seconds',
      'process_cpu_seconds_total',
      'process_resident_memory_bytes',
    ])
      expect([...families.keys()]).toContain(name);
    expect(families.get('app_build_info')?.samples).toEqual([
      { name: 'app_build_info', labels: { name: pkg.name, version: pkg.version }, value: 1 },
    ]);
  });

  test('of a second server in the process counts for itself', async () => {
    app = await metricsApp();
    const second = await metricsApp();
    await second.inject('/plants/1');
    expect(await requestCounts(second)).toEqual({ 'GET /plants/:id 2xx': 1 });
    expect(await requestCounts(app)).toEqual({});
    await second.close();
  });

  test('stops with the server', async () => {
    const stopped = await metricsApp();
    const url = metricsUrl(stopped);
    await stopped.close();
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });

  test('answers 500 when a metric cannot be read, and goes on', async () => {
    let scrapes = 0;
    const render = async () => {
      scrapes += 1;
      if (scrapes === 1) throw new Error('no value');
      return 'up 1\n';
    };
    const server = metricsServer({ host: '127.0.0.1', port: 0, contentType: 'text/plain', render });
    await server.start();
    const url = `http://127.0.0.1:${server.address().port}/metrics`;
    expect([(await fetch(url)).status, (await fetch(url)).status]).toEqual([500, 200]);
    await server.close();
  });
});

const ownServer = {
  HOST: '127.0.0.1',
  PORT: '0',
  LOG_FORMAT: 'json',
  LOG_LEVEL: 'info',
  PGLITE_DIR: 'memory://',
} as const;

describe('a port that is taken', () => {
  test('stops the server with a sentence that says what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const server = spawn('node', ['src/server.ts'], {
      env: { ...process.env, ...ownServer, METRICS_PORT: String(port) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [[code], said] = await Promise.all([once(server, 'exit'), text(server.stdout)]);
    expect(said).toContain(
      `Something else listens on port ${port}: stop it, or set METRICS_PORT to another one.`,
    );
    expect(code).toBe(1);
    other.close();
  }, 60_000);

  test('as well as an address of another machine', async () => {
    const render = async () => '';
    const server = metricsServer({ host: '192.0.2.1', port: 0, contentType: 'text/plain', render });
    await expect(server.start()).rejects.toMatchObject({
      name: 'ConfigError',
      message: 'The environment variable METRICS_HOST is no address of this machine.',
    });
  });
});
