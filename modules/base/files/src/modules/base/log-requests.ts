import type { FastifyInstance } from 'fastify';

/**
 * One log line per request, and its id on the response. The query string stays out: it may hold
 * secrets. A route with `logLevel: 'silent'` has no line.
 */
export function logRequests(app: FastifyInstance) {
  // None of these fields can be a secret, and to look for one costs ten times the whole line.
  const log = app.log.child({}, { redact: [] });

  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    const { logLevel, url } = request.routeOptions;
    if (logLevel !== 'silent')
      log.info(
        {
          reqId: request.id,
          method: request.method,
          route: url ?? request.url.split('?', 1)[0],
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime * 10) / 10,
        },
        'request',
      );
    done();
  });
}
