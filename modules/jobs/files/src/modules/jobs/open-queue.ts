import type { FastifyInstance } from 'fastify';
import type { PgBoss } from 'pg-boss';
import type { JobDefinitions } from './job-definition.ts';

/** Where jobs go that failed for good. */
export const failedQueue = 'failed';

const day = 86_400;

/** Finds the queue's tables, and gives every defined job what it asks for. */
export async function openQueue({ database }: FastifyInstance, boss: PgBoss, jobs: JobDefinitions) {
  // Says in one sentence what is wrong with a database that does not answer.
  await database.ping();
  await boss.start().catch(describeStartError);
  await boss.createQueue(failedQueue, {
    retentionSeconds: 90 * day,
    deleteAfterSeconds: 90 * day,
  });
  for (const { name, retries, timeoutSeconds } of jobs.values()) {
    const options = {
      retryLimit: retries,
      retryDelay: 2,
      retryBackoff: true,
      retryDelayMax: 300,
      expireInSeconds: timeoutSeconds,
      // The shortest that there is: a job whose process died is noticed after so long.
      heartbeatSeconds: 10,
      retentionSeconds: 365 * day,
      deleteAfterSeconds: day,
      deadLetter: failedQueue,
    };
    await boss.createQueue(name, { ...options, policy: 'short' });
    // It may exist with the options of an earlier release.
    await boss.updateQueue(name, options);
  }
}

function describeStartError(error: unknown): never {
  if (!/not installed|requires migrations/.test((error as Error).message)) throw error;
  const message =
    'The tables of the job queue are missing or of another version: run npm run migrate.';
  throw Object.assign(new Error(message, { cause: error }), { name: 'ConfigError' });
}
