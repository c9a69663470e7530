import type { FastifyInstance } from 'fastify';

/**
 * Lets clients go when the server stops: each answer from then on asks to close its connection.
 * Otherwise one that a client keeps open for its next request would hold up the stop.
 */
export function drainConnections(app: FastifyInstance) {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    if (closing && request.raw.httpVersionMajor === 1) reply.header('connection', 'close');
    done(null, payload);
  });
}
