import type { FastifyInstance } from 'fastify';

const quietMs = 100;

/**
 * Lets clients go when the server stops: each answer from then on asks to close its connection, and
 * open ones without a request are closed once no more requests come. Otherwise one that a client
 * keeps open would hold up the stop, or a request that is on its way would be cut off.
 */
export function drainConnections(app: FastifyInstance) {
  const { server } = app;
  let arrived = 0;
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
    server.on('request', () => {
      arrived += 1;
    });
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    // Sent away while the door is still open, clients would come back and be cut off when it shuts.
    const shut = closing && !server.listening;
    if (shut && request.raw.httpVersionMajor === 1) reply.header('connection', 'close');
    done(null, payload);
  });

  // Node would close idle connections at once: to it, one whose request was not read yet is idle.
  const closeIdle = server.closeIdleConnections.bind(server);
  const closeOnceQuiet = () => {
    const before = arrived;
    const look = () => (arrived === before ? closeIdle() : closeOnceQuiet());
    // An immediate, because what lies in the sockets is read between timers and immediates.
    setTimeout(() => setImmediate(look), quietMs);
  };
  server.closeIdleConnections = closeOnceQuiet;
}
