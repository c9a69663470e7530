import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import Type from 'typebox';
import type { Job } from '../../contracts/jobs.ts';
import type { Module } from '../../contracts/module.ts';
import { type Recurrence, recurrenceOf } from './recurrence.ts';
import { claimOccurrence, noteSchedule } from './schedule-store.ts';
import { ticker } from './ticker.ts';

const Data = Type.Object({ at: Type.String({ format: 'date-time' }) });

const scheduler: Module = async (app) => {
  app.decorate('schedule', (name, options, handler) => {
    const recurrence = recurrenceOf(name, options);
    const job = app.jobs.define(name, { data: Data }, ({ at }, run) =>
      handler({ at: new Date(at) }, run),
    );
    tickWhileWorking(app, name, recurrence, job);
  });
};

function tickWhileWorking(
  app: FastifyInstance,
  name: string,
  recurrence: Recurrence,
  job: Job<{ at: string }>,
) {
  const { start, stop } = ticker({
    nextAfter: recurrence.nextAfter,
    // What came due while no process ran is made up for here: the last of it, once.
    tick: (now) => enqueueOnce(app, name, recurrence.lastUpTo(now), job),
    onError: (err) => app.log.error({ err, schedule: name }, 'the schedule is behind'),
  });
  app.jobs.onWork(async () => {
    await noteSchedule(app.db, name, recurrence, new Date());
    await start();
  });
  app.addHook('preClose', async () => stop());
}

const enqueueOnce = (app: FastifyInstance, name: string, at: Date, job: Job<{ at: string }>) =>
  app.db.transaction(async (db) => {
    // A key, so that what piles up while nobody works runs once.
    if (await claimOccurrence(db, name, at))
      await job.enqueue({ at: at.toISOString() }, { db, key: name });
  });

export default fp(scheduler, { name: 'scheduler', decorators: { fastify: ['db', 'jobs'] } });
