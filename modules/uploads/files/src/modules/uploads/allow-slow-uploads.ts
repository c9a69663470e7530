import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Requests of this route may take as long as an upload to arrive. */
    takesUploads?: true;
  }
}

/**
 * Node has one limit for how long a request may take to arrive. Uploads get more of it, and all
 * other requests with a body keep what they had.
 */
export function allowSlowUploads(app: FastifyInstance, uploadMs: number) {
  const { server } = app;
  const usualMs = server.requestTimeout;
  if (usualMs === 0 || usualMs >= uploadMs) return;
  server.requestTimeout = uploadMs;

  app.addHook('onRequest', ({ raw, headers, routeOptions }, _reply, done) => {
    const hasBody = 'content-length' in headers || 'transfer-encoding' in headers;
    if (hasBody && !routeOptions.config.takesUploads) {
      const timer = setTimeout(() => {
        // What Node itself would do, down to the answer.
        if (!raw.complete && raw.socket.writable)
          server.emit('clientError', tookTooLong(), raw.socket);
      }, usualMs);
      timer.unref();
      raw.once('close', () => clearTimeout(timer));
    }
    done();
  });
}

const tookTooLong = () =>
  Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
