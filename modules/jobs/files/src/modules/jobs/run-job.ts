import type { FastifyBaseLogger } from 'fastify';
import type { Job, JobResult } from 'pg-boss';
import { mistakeIn } from './check-data.ts';
import { describeFailure } from './describe-failure.ts';
import type { JobDefinition } from './job-definition.ts';

interface Surroundings {
  log: FastifyBaseLogger;
  /** Aborts when the server can wait no longer. */
  stop: AbortSignal;
  giveBack: (job: Job) => Promise<void>;
}

/** Runs one job; resolves to what becomes of it. */
export async function runJob(
  definition: JobDefinition,
  job: Job,
  { log, stop, giveBack }: Surroundings,
): Promise<JobResult> {
  const { id, data } = job;
  const about = { job: definition.name, id, attempt: job.retryCount + 1 };
  const mistake = mistakeIn(definition, data);
  if (mistake) {
    log.error(about, mistake);
    return { id, status: 'deadletter', output: { message: mistake } };
  }
  try {
    stop.throwIfAborted();
    const signal = AbortSignal.any([job.signal, stop]);
    await definition.handler(data, { id, attempt: about.attempt, signal });
    return { id, status: 'completed' };
  } catch (err) {
    // pg-boss leaves what was given back alone: it is no longer this process's to fail.
    if (stop.aborted) await giveBack(job);
    else log.warn({ ...about, err }, 'job failed');
    return { id, status: 'failed', output: { message: describeFailure(err) } };
  }
}
