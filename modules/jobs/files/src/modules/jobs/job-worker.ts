import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Job } from 'pg-boss';
import { bossOn } from './boss-on.ts';
import { giveBack } from './give-back.ts';
import type { JobDefinition, JobDefinitions } from './job-definition.ts';
import { runJob } from './run-job.ts';

/** How long a job may take to end after its signal aborted. */
const graceMs = 500;
/** What must be left after that for giving back what has not ended. */
const givingBackMs = 1_000;

/** Runs jobs in this process until it is stopped. */
export function jobWorker(app: FastifyInstance, jobs: JobDefinitions, shutdownMs: number) {
  const boss = bossOn(app, {
    // The tables are there; this lets changes of them finish that take place in the background.
    migrate: true,
    superviseIntervalSeconds: 1,
    monitorIntervalSeconds: 1,
    // Rebuilding a larger index takes longer than a statement may.
    reindex: { maxIndexBytes: 50_000_000 },
  });
  const running = new Set<Job>();
  const stop = new AbortController();
  const surroundings = {
    log: app.log,
    stop: stop.signal,
    giveBack: (job: Job) => giveBack(app.database, job),
  };
  let idle: Promise<unknown> = Promise.resolve();
  let deadline = 0;

  async function poll(definition: JobDefinition) {
    const options = { pollingIntervalSeconds: 1, perJobResults: true } as const;
    const worker = await boss.work(definition.name, options, async (batch: Job[]) => {
      for (const job of batch) running.add(job);
      try {
        return await Promise.all(batch.map((job) => runJob(definition, job, surroundings)));
      } finally {
        for (const job of batch) running.delete(job);
        // Where one was there may be more: no pause before the next look.
        boss.notifyWorker(worker);
      }
    });
  }

  return {
    async start() {
      await boss.start();
      for (const definition of jobs.values())
        for (let i = 0; i < definition.concurrency; i++) await poll(definition);
    },
    /** Takes no further job. */
    stopTaking() {
      deadline = Date.now() + Math.max(0, shutdownMs - graceMs - givingBackMs);
      idle = Promise.all([...jobs.keys()].map((name) => boss.offWork(name)));
    },
    /** Waits for the running jobs as long as there is time, and gives back the rest. */
    async close() {
      const isIdle = await Promise.race([idle.then(() => true), waitUntil(deadline)]);
      if (!isIdle) {
        stop.abort(new Error('The server stops.'));
        await Promise.race([idle, waitUntil(Date.now() + graceMs)]);
        await Promise.all([...running].map(surroundings.giveBack));
      }
      await boss.stop({ graceful: false });
    },
  };
}
export type JobWorker = ReturnType<typeof jobWorker>;

const waitUntil = (time: number) => sleep(Math.max(0, time - Date.now()), false, { ref: false });
