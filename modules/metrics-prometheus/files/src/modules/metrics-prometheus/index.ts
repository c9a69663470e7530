import fp from 'fastify-plugin';
import { Registry } from 'prom-client';
import Type from 'typebox';
import type { Module } from '../../contracts/module.ts';
import { measureRequests } from './measure-requests.ts';
import { metricsOn } from './metrics-on.ts';
import { type MetricsServer, metricsServer } from './metrics-server.ts';
import { processMetrics } from './process-metrics.ts';

const Config = Type.Object({
  METRICS_HOST: Type.String({ default: '127.0.0.1' }),
  METRICS_PORT: Type.Integer({ default: 9464, minimum: 0, maximum: 65_535 }),
});

const metrics: Module = async (app) => {
  const { METRICS_HOST, METRICS_PORT } = app.config(Config);
  const registry = new Registry();
  const server = metricsServer({
    host: METRICS_HOST,
    port: METRICS_PORT,
    contentType: registry.contentType,
    render: () => Registry.merge([registry, processMetrics()]).metrics(),
  });
  app.decorate('metrics', metricsOn(registry));
  app.decorate('metricsServer', server);
  measureRequests(app, registry);

  // Commands build the server, too, and must not take its port: only who listens is measured.
  app.addHook('onListen', async () => {
    await server.start().catch((error: Error) => {
      // Fastify passes over what this hook throws, and nobody would notice that nothing is measured.
      app.log.fatal(error.message);
      // Whoever stops gracefully ends with 0 of its own accord, but this is a failure.
      process.once('exit', () => {
        process.exitCode = 1;
      });
      setImmediate(() => app.close());
    });
  });
  app.addHook('onClose', () => server.close());
};

declare module 'fastify' {
  interface FastifyInstance {
    metricsServer: MetricsServer;
  }
}

export default fp(metrics, { name: 'metrics-prometheus', decorators: { fastify: ['config'] } });
