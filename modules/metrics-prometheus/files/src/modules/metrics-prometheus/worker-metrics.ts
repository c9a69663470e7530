import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';

/** Processes that only run jobs never listen, and are measured as well. */
const workerMetrics: Module = async (app) => {
  app.jobs.onWork(() => app.metricsServer.start());
};

export default fp(workerMetrics, {
  name: 'metrics-of-workers',
  decorators: { fastify: ['jobs', 'metricsServer'] },
});
