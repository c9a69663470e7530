import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { afterEach, beforeEach } from 'vitest';
import type { Job, JobHandler, JobOptions } from '../../../src/contracts/jobs.ts';
import { jobServer } from '../../helpers/job-server.ts';
import { testApp } from '../../helpers/test-app.ts';

export const main = await testApp();
export const Data = Type.Object({ to: Type.String() }, { additionalProperties: false });
export type Handler = JobHandler<{ to: string }>;

export const states = async () => {
  const { rows } = await main.database.query(
    `select name, state::text from jobs.job where name in ('greet', 'failed') order by created_on`,
  );
  return rows.map(({ name, state }) => `${name} ${state}`);
};

/** Servers with one job, for the tests of the file that calls it: each test begins without any. */
export function greetingServers() {
  const runs: { to: string; attempt: number; at: number }[] = [];
  const servers: FastifyInstance[] = [];
  beforeEach(async () => {
    runs.length = 0;
    await main.database.query('delete from jobs.job');
  });
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });

  const noted: Handler = async ({ to }, { attempt }) => {
    runs.push({ to, attempt, at: Date.now() });
  };
  async function serverWith(
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
  return { runs, servers, noted, serverWith };
}
