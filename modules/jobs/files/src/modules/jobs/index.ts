import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import type { PgBoss } from 'pg-boss';
import type { Module } from '../../contracts/module.ts';
import { bossOn } from './boss-on.ts';
import { jobDefiner } from './define-job.ts';
import type { JobDefinitions } from './job-definition.ts';
import { type JobWorker, jobWorker } from './job-worker.ts';
import { JobsConfig } from './jobs-config.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** What the parts of this module share. */
    jobQueue: { boss: PgBoss; jobs: JobDefinitions; worker: JobWorker };
  }
}

/** Starts before `migrations`, so that `npm run migrate` reaches the queue's tables, too. */
const jobs: Module = async (app) => {
  const { MIGRATE_ON_START, SHUTDOWN_TIMEOUT_MS } = app.config(JobsConfig);
  const boss = bossOn(app, { migrate: MIGRATE_ON_START, supervise: false });
  const definitions: JobDefinitions = new Map();
  const worker = jobWorker(app, definitions, SHUTDOWN_TIMEOUT_MS);

  app.decorate('jobQueue', { boss, jobs: definitions, worker });
  app.decorate('jobs', {
    define: jobDefiner(app.problem, boss, definitions),
    ...beginner(worker),
  });
  app.addHook('onClose', () => boss.stop({ graceful: false }));
  if (MIGRATE_ON_START) await migrate(app, boss);
};

function beginner(worker: JobWorker) {
  const listeners: (() => Promise<void>)[] = [];
  let begun: Promise<void> | undefined;
  const begin = async () => {
    await worker.start();
    for (const listener of listeners) await listener();
  };
  return {
    work: () => {
      begun ??= begin();
      return begun;
    },
    onWork: (listener: () => Promise<void>) => void listeners.push(listener),
  };
}

async function migrate({ database }: FastifyInstance, boss: PgBoss) {
  // Says in one sentence what is wrong with a database that does not answer.
  await database.ping();
  await boss.start();
}

export default fp(jobs, {
  name: 'jobs',
  decorators: { fastify: ['config', 'database', 'problem'] },
});
