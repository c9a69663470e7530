import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../../src/app.ts';
import base from '../../../src/modules/base/index.ts';
import metrics from '../../../src/modules/metrics-prometheus/index.ts';
import { parseMetrics } from './parse-metrics.ts';

/** A server with a few routes, that listens and is measured. */
export async function metricsApp(env: NodeJS.ProcessEnv = {}) {
  const routes = Object.assign(addRoutes, { [Symbol.for('skip-override')]: true });
  const app = await buildApp({ NODE_ENV: 'test', LOG_LEVEL: 'silent', METRICS_PORT: '0', ...env }, [
    base,
    metrics,
    routes,
  ]);
  await app.listen({ host: '127.0.0.1', port: 0 });
  await app.metricsServer.start();
  return app;
}

async function addRoutes(app: FastifyInstance) {
  app.get('/plants/:id', async () => ({}));
  app.post('/plants', async (_request, reply) => reply.code(201).send({}));
  app.get('/missing', async () => {
    throw app.problem(404, 'not-found', 'Nothing is here.');
  });
  app.get('/broken', async () => {
    throw new Error('broken');
  });
  app.route({
    method: 'GET',
    url: '/observed',
    onResponse: async (_request, reply) => void reply.raw.emit('observed'),
    handler: async () => ({}),
  });
}

export const metricsUrl = (app: FastifyInstance) =>
  `http://127.0.0.1:${app.metricsServer.address().port}/metrics`;

export async function scrape(app: FastifyInstance) {
  const response = await fetch(metricsUrl(app));
  return parseMetrics(await response.text());
}

/** Requests counted so far: `GET /plants/:id 2xx` -> 3. */
export async function requestCounts(app: FastifyInstance): Promise<Record<string, number>> {
  const { samples = [] } = (await scrape(app)).get('http_request_duration_seconds') ?? {};
  return Object.fromEntries(
    samples
      .filter(({ name }) => name.endsWith('_count'))
      .map(({ labels: { method, route, status }, value }) => [
        `${method} ${route} ${status}`,
        value,
      ]),
  );
}
