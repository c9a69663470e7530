import type { FastifyInstance, RouteOptions } from 'fastify';
import { ProblemError, problemOf } from './problem-error.ts';
import { Problem, problemResponses, problemType } from './problem-schema.ts';

const retryAfterSeconds = 5;

/** Makes every error response a problem document, and every route's schema say so. */
export function problemSupport(app: FastifyInstance) {
  app.addSchema(Problem);
  app.decorate('problem', (status, code, detail) => new ProblemError(status, code, detail));
  app.decorate('problems', problemResponses);
  app.addHook('onRoute', (route) => documentProblems(route, app.hasDecorator('database')));

  app.setNotFoundHandler((request) => {
    throw new ProblemError(404, 'not-found', `Nothing answers ${request.method} at this address.`);
  });

  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error, request.id);
    if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
    if (problem.status === 503) reply.header('retry-after', retryAfterSeconds);
    return reply.code(problem.status).type(problemType).send(problem);
  });
}

/** Errors that Fastify itself can answer with, by what the route accepts. */
function documentProblems(route: RouteOptions, hasDatabase: boolean) {
  const { schema } = route;
  if (!schema) return;
  const statuses = hasDatabase ? [500, 503] : [500];
  if (schema.body || schema.querystring || schema.params || schema.headers) statuses.push(400);
  if (schema.body) statuses.push(413, 415);
  const response = schema.response as object | undefined;
  route.schema = { ...schema, response: { ...problemResponses(...statuses), ...response } };
}
