import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/** Every answer to a read has an ETag; who sends it back is told that nothing changed. */
export function etagHook(api: FastifyInstance): void {
  api.addHook('onSend', async (request, reply, payload) => {
    if (request.method !== 'GET' || reply.statusCode !== 200 || typeof payload !== 'string') {
      return payload;
    }
    const etag = `W/"${createHash('sha256').update(payload).digest('hex')}"`;
    reply.header('etag', etag);
    if (request.headers['if-none-match'] !== etag) return payload;
    reply.code(304).removeHeader('content-type').removeHeader('content-length');
    return '';
  });
}
