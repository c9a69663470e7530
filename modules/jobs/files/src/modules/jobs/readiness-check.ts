import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';
import { failedQueue } from './open-queue.ts';

/** Ready only while jobs can be enqueued. */
const readinessCheck: Module = async (app) => {
  app.addReadinessCheck('jobs', async () => void (await app.jobQueue.boss.getQueue(failedQueue)));
};

export default fp(readinessCheck, {
  name: 'jobs-readiness-check',
  decorators: { fastify: ['addReadinessCheck', 'jobQueue'] },
});
