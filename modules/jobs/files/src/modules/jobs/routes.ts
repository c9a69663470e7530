import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fp from 'fastify-plugin';
import Type from 'typebox';
import type { Module } from '../../contracts/module.ts';
import { listFailed, retryFailed } from './failed-jobs.ts';
import { FailedJobPage, jobParams, pageQuery } from './schemas.ts';

/** What admins see of jobs that failed for good, and what they can do about it. */
const routes: Module = async (server) => {
  const app = server.withTypeProvider<TypeBoxTypeProvider>();
  const onRequest = app.requireAdmin;
  const tags = ['jobs'];

  const list = {
    operationId: 'listFailedJobs',
    tags,
    summary: 'List jobs that failed for good, latest first',
    querystring: pageQuery,
    response: { 200: FailedJobPage },
  };
  app.get('/jobs/failed', { onRequest, schema: list }, ({ query }) => listFailed(server, query));

  const retry = {
    operationId: 'retryFailedJob',
    tags,
    summary: 'Enqueue a failed job anew',
    params: jobParams,
    response: { 204: Type.Null({ description: 'Done' }), ...app.problems(404) },
  };
  app.post('/jobs/:id/retry', { onRequest, schema: retry }, async ({ params }, reply) => {
    if (!(await retryFailed(server, params.id)))
      throw app.problem(404, 'not-found', 'There is no failed job with this id.');
    return reply.code(204).send(null);
  });
};

export default fp(routes, {
  name: 'jobs-routes',
  decorators: { fastify: ['jobQueue', 'problems', 'requireAdmin'] },
});
