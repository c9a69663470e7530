import { createHash } from 'node:crypto';
import type { Job, PgBoss } from 'pg-boss';
import type { JobHandler } from '../flows/ports.ts';
import { RetryLater } from '../flows/retry-later.ts';
import type { Commands } from './commands.ts';

/** What a job carries; the command itself stays in our own table. */
interface JobData {
  key: string;
  /** How often it was put off by a `RetryLater`. */
  postponed?: number;
}

interface Worker {
  boss: PgBoss;
  commands: Commands;
  kind: string;
  handler: JobHandler;
  onError: (error: Error) => void;
}

const retryLimit = 4;
const postponeLimit = 50;

export async function workOn(worker: Worker): Promise<void> {
  const { boss, kind } = worker;
  await boss.createQueue(kind, {
    retryLimit,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 300,
    heartbeatSeconds: 10,
  });
  // Fills pg-boss's cache of queues: read inside enqueue's transaction it would wait for itself.
  await boss.findJobs(kind, { id: '00000000-0000-0000-0000-000000000000' });
  const options = { pollingIntervalSeconds: 1, localConcurrency: 2 };
  await boss.work<JobData>(kind, options, async (jobs) => {
    for (const job of jobs) await run(worker, job);
  });
}

async function run(worker: Worker, job: Job<JobData>): Promise<void> {
  const { commands, handler } = worker;
  const { key, postponed = 0 } = job.data;
  const last = job.retryCount >= retryLimit;
  try {
    await handler(await commands.payload(key), { number: job.retryCount + 1, last });
    await commands.finish(key, 'done');
  } catch (error) {
    if (error instanceof RetryLater && postponed < postponeLimit) {
      return postpone(worker, job, error.seconds);
    }
    worker.onError(error as Error);
    if (last) await commands.finish(key, 'failed');
    // pg-boss stores what it is given; the cause may carry a whole request.
    throw new Error((error as Error).message);
  }
}

/** The id follows from the job's, so that a crash before completion cannot postpone it twice. */
async function postpone({ boss, kind }: Worker, job: Job<JobData>, seconds: number): Promise<void> {
  const id = createHash('sha256').update(job.id).digest('hex').slice(0, 32);
  const { key, postponed = 0 } = job.data;
  await boss.send(kind, { key, postponed: postponed + 1 }, { id: uuid(id), startAfter: seconds });
}

const uuid = (hex: string) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
