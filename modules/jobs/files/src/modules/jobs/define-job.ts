import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { type DrizzleTransactionLike, fromDrizzle, type PgBoss } from 'pg-boss';
import { v7 } from 'uuid';
import type { Jobs } from '../../contracts/jobs.ts';
import { assertStorable } from './check-data.ts';
import type { JobDefinition, JobDefinitions } from './job-definition.ts';
import { failedQueue } from './open-queue.ts';

/** Makes `app.jobs.define`, which remembers the job and returns the way to enqueue it. */
export function jobDefiner(
  problem: FastifyInstance['problem'],
  boss: PgBoss,
  jobs: JobDefinitions,
): Jobs['define'] {
  return (name, options, handler) => {
    assertName(name, jobs);
    const defaults = { retries: 8, timeoutSeconds: 300, concurrency: 1 };
    const definition = {
      ...defaults,
      ...options,
      name,
      handler: handler as JobDefinition['handler'],
    };
    jobs.set(name, definition);

    return {
      async enqueue(data, { db, startAfter, key } = {}) {
        assertStorable(problem, definition, data);
        const id = v7();
        return boss.send(name, data, {
          id,
          // A queue holds one waiting job per key, so those without one must differ.
          singletonKey: key ?? id,
          ...(startAfter && { startAfter }),
          ...(db && { db: fromDrizzle(db as DrizzleTransactionLike, sql) }),
        });
      },
    };
  };
}

function assertName(name: string, jobs: JobDefinitions) {
  if (!/^[a-z][a-z0-9-]{0,59}$/.test(name) || name === failedQueue)
    throw new Error(`“${name}” is no name for a job: use small letters, digits and hyphens.`);
  if (jobs.has(name)) throw new Error(`The job ${name} is defined twice.`);
}
