import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { afterEach, beforeEach } from 'vitest';
import type { Job, JobHandler, JobOptions } from '../../../src/contracts/jobs.ts';
import { jobServer } from '../../helpers/job-server.ts';
import { testApp } from '../../helpers/test-app.ts';

export const main = await testApp();
export const Data = Type.Object({ to: Type.String() }, { additionalProperties: false });
export type Handler = JobHandler<{ to: string }>;

/** Runs of the job since the test began. */
export const runs: { to: string; attempt: number; at: number }[] = [];
export const servers: FastifyInstance[] = [];

beforeEach(async () => {
  runs.length = 0;
  await main.database.query('delete from jobs.job');
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

export const noted: Handler = async ({ to }, { attempt }) => {
  runs.push({ to, attempt, at: Date.now() });
};

/** A server with one job. */
export async function serverWith(
  handler: Handler = noted,
  options: Partial<JobOptions<typeof Data>> = {},
  env: NodeJS.ProcessEnv = {},
) {
  let job: Job<{ to: string }> | undefined;
  const server = await jobServer(
    main,
    ({ jobs }) => {
      job = jobs.define('greet', { data: Data, ...options }, handler);
    },
    env,
  );
  servers.push(server);
  return Object.assign(server, { greet: job as Job<{ to: string }> });
}

export const states = async () => {
  const { rows } = await main.database.query(
    `select name, state::text from jobs.job where name in ('greet', 'failed') order by created_on`,
  );
  return rows.map(({ name, state }) => `${name} ${state}`);
};
