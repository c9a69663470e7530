import Fastify, { type FastifyInstance } from 'fastify';
import base from '../../src/modules/base/index.ts';
import { serverOptions } from '../../src/modules/base/server-options.ts';
import jobs from '../../src/modules/jobs/index.ts';
import runJobs from '../../src/modules/jobs/run-jobs.ts';

/**
 * A server with jobs of its own over the database of another one, for tests. It works after
 * `await server.jobs.work()`. Close it after use.
 */
export async function jobServer(
  main: FastifyInstance,
  define: (server: FastifyInstance) => void | Promise<void>,
  extra: NodeJS.ProcessEnv = {},
): Promise<FastifyInstance> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    LOG_LEVEL: 'silent',
    MIGRATE_ON_START: 'false',
    ...extra,
  };
  const server = Fastify(serverOptions(env));
  await server.register(base, { env });
  server.decorate('db', main.db).decorate('database', main.database);
  await server.register(jobs, { env });
  await define(server);
  await server.register(runJobs, { env });
  await server.ready();
  return server;
}
