import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';
import { JobsConfig } from './jobs-config.ts';
import { openQueue } from './open-queue.ts';

/**
 * Opens the queue once all jobs are defined, and works while the server listens. Registered after
 * what jobs may use, and so closed before it.
 */
const runJobs: Module = async (app) => {
  const { boss, jobs, worker } = app.jobQueue;
  const { JOBS_WORKER } = app.config(JobsConfig);

  app.addHook('onReady', () => openQueue(app, boss, jobs));
  app.addHook('onListen', async () => {
    if (JOBS_WORKER) await app.jobs.work();
  });
  app.addHook('preClose', async () => worker.stopTaking());
  app.addHook('onClose', () => worker.close());
};

export default fp(runJobs, { name: 'run-jobs', decorators: { fastify: ['jobQueue'] } });
