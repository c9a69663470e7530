import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { buildApp } from '../../../src/app.ts';
import type { Job } from '../../../src/contracts/jobs.ts';
import { modules } from '../../../src/modules.ts';

/** A server with one job, which notes in a table that it ran. */
export async function countingServer(env: NodeJS.ProcessEnv) {
  let count: Job<{ n: number }> | undefined;
  const counting = async (app: FastifyInstance) => {
    const options = { data: Type.Object({ n: Type.Integer() }), concurrency: 2 };
    count = app.jobs.define('count', options, async ({ n }) => {
      await app.db.execute(sql`insert into starts values (${n}, ${process.pid})`);
      await sleep(Number(env.WORK_MS));
      await app.db.execute(sql`insert into effects values (${n}, ${process.pid})`);
    });
  };
  // As a part of the server itself, so that what it decorates is seen by all.
  const part = Object.assign(counting, { [Symbol.for('skip-override')]: true });
  const app = await buildApp(env, [...modules, part]);
  return Object.assign(app, { count: count as Job<{ n: number }> });
}

if (import.meta.main) {
  const app = await countingServer(process.env);
  await app.jobs.work();
  process.on('SIGTERM', () => app.close());
  console.log('working');
}
