import type { FastifyInstance } from 'fastify';
import { type ConstructorOptions, PgBoss } from 'pg-boss';

/** The schema of the queue's tables, beside those of the server. */
export const schema = 'jobs';

/** pg-boss over the server's own database connections. */
export function bossOn({ database, log }: FastifyInstance, options: ConstructorOptions): PgBoss {
  const boss = new PgBoss({
    db: { executeSql: database.query },
    schema,
    schedule: false,
    registerInstance: false,
    ...options,
  });
  let reportedAt = 0;
  boss.on('error', (error) => {
    // While the database is away each poll fails: a line now and then tells as much.
    if (Date.now() - reportedAt < 5_000) return;
    reportedAt = Date.now();
    log.error({ err: asError(error) }, 'the job queue does not get through');
  });
  boss.on('warning', ({ message }) => log.warn(message));
  return boss;
}

/** Some of its errors are plain objects. */
const asError = (error: Error) =>
  error instanceof Error ? error : Object.assign(new Error(), error as object);
