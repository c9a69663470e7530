import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerTo } from './stripe-endpoints.ts';
import { type Answer, newStripeWorld, refusal, type StripeWorld } from './stripe-world.ts';

const apiVersion = '2026-10-28.endive';

/**
 * Stripe on this machine: what its API checks of requests that this server makes (key, version, form
 * encoding, idempotency keys, amounts, lifetimes), and the objects that it answers with.
 */
export interface StripeServer {
  url: string;
  world: StripeWorld;
}

const running = Symbol.for('stripe-server');
const worker = globalThis as { [running]?: Promise<StripeServer> };

/** The worker's one: all tests share it. */
export function stripeServer(): Promise<StripeServer> {
  worker[running] ??= start();
  return worker[running];
}

async function start(): Promise<StripeServer> {
  const world = newStripeWorld();
  const server = createServer((request, response) => void serve(world, request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, world };
}

async function serve(world: StripeWorld, request: IncomingMessage, response: ServerResponse) {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  world.requests.push({ method: request.method ?? '', url: request.url ?? '', body });
  const trouble = world.troubles.shift() ?? world.trouble;
  if (trouble === 'silent') return;
  if (trouble === 'hang-up') return void request.socket.destroy();
  if (trouble === 'html') return void response.writeHead(200).end('<h1>Maintenance</h1>');
  const answer = trouble === 'error' ? broken : answerOnce(world, request, body);
  // The request had its effect, and the client never hears of it.
  if (trouble === 'lost-answer') return void request.socket.destroy();
  const headers = { 'content-type': 'application/json', 'request-id': 'req_1' };
  response.writeHead(answer.status, headers).end(JSON.stringify(answer.body));
}

const broken: Answer = { status: 500, body: { error: { type: 'api_error', message: 'Oops' } } };

/** A key is good for one request: it repeats the answer, and refuses other parameters. */
function answerOnce(world: StripeWorld, request: IncomingMessage, body: string): Answer {
  const objection = objectionTo(request, body);
  if (objection) return objection;
  const { method = '', url = '' } = request;
  const key = request.headers['idempotency-key'];
  const said = `${method} ${url} ${body}`;
  const before = typeof key === 'string' ? world.answers.get(key) : undefined;
  if (before && before.said !== said) return refusal(400, 'idempotency_error', 'idempotency_error');
  const answer = before?.answer ?? answerTo(world, method, url, new URLSearchParams(body));
  if (typeof key === 'string') world.answers.set(key, { said, answer });
  return answer;
}

function objectionTo({ headers, method }: IncomingMessage, body: string): Answer | undefined {
  if (headers.authorization !== 'Bearer sk_test_tests')
    return refusal(401, 'invalid_request_error', 'api_key_invalid');
  if (headers['stripe-version'] !== apiVersion)
    return refusal(400, 'invalid_request_error', 'version');
  if (headers['x-stripe-client-telemetry'] !== undefined)
    return refusal(400, 'invalid_request_error', 'telemetry');
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  if (method === 'POST' && (!isForm || headers['idempotency-key'] === undefined || body === '{}'))
    return refusal(400, 'invalid_request_error', 'encoding');
  return undefined;
}
