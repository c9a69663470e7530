import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Probot } from 'probot';
import { readBody } from './read-body.ts';

const ours = /^\/(?:healthz|api\/github\/webhooks)(?:[/?]|$)/;

type Middleware = Awaited<ReturnType<Probot['getNodeMiddleware']>>;

/**
 * Probot's webhook endpoint behind a bound on the body's size and time, and `GET /healthz`.
 * Probot alone reads any body to its end before it looks at the signature.
 * @param others answers every other address
 */
export async function webhookServer(probot: Probot, others: RequestListener): Promise<Server> {
  const middleware = await probot.getNodeMiddleware();
  const server = createServer((request, response) => {
    if (!ours.test(request.url ?? '')) return others(request, response);
    answer({ probot, middleware }, request, response).catch((error) => {
      probot.log.error({ err: error }, 'Request failed');
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.requestTimeout = 30_000;
  return server;
}

async function answer(
  { probot, middleware }: { probot: Probot; middleware: Middleware },
  request: IncomingMessage,
  response: ServerResponse,
) {
  if (request.method === 'GET' && request.url === '/healthz') {
    return reply(response, 200, '{"status":"ok"}');
  }
  const body = await readBody(request);
  if (!body) {
    response.setHeader('connection', 'close');
    return reply(response, 413, '{"error":"The payload is too large"}');
  }
  const signature = request.headers['x-hub-signature-256'];
  if (signature && !(await probot.webhooks.verify(body.toString(), `${signature}`))) {
    return reply(response, 401, '{"error":"The signature does not match"}');
  }
  Object.assign(request, { body: {}, rawBody: body });
  if (!(await middleware(request, response))) reply(response, 404, '{"error":"Not found"}');
}

function reply(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
}
