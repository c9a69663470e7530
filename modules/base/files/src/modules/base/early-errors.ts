import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from './problem-error.ts';
import { problemType } from './problem-schema.ts';

/** Errors of the router, such as an address that cannot be decoded. No hook has run yet. */
export function answerFrameworkError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const problem = problemOf(error, request.id);
  reply.code(problem.status).header('x-request-id', request.id).type(problemType).send(problem);
}

const unreadable = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
} as const;

/** What reaches the socket but is no HTTP request, so that there is no reply object to answer with. */
export function answerUnreadableRequest(error: NodeJS.ErrnoException, socket: Socket) {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) {
    const [status, title] = unreadable[error.code as keyof typeof unreadable] ?? [
      400,
      'Bad Request',
    ];
    const body = JSON.stringify({ type: 'about:blank', title, status });
    socket.write(
      `HTTP/1.1 ${status} ${title}\r\ncontent-type: ${problemType}\r\n` +
        `content-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
    );
  }
  socket.destroySoon();
}
