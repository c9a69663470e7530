import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands in for something that emulate lacks. */
export interface Gap {
  lacks: string;
  /** `POST /repos/ann/shop/issues/1/reactions` */
  call: RegExp;
  /** A call, and the status that emulate itself answers. */
  example: [method: string, path: string, status: number];
  /** What is made, answered with 201, or what is read, with 200. */
  answer(sent: Record<string, unknown>): object;
}

/** Hands every call on to emulate, except for the gaps, and its webhooks on to the App. */
export async function startEmulateProxy(gaps: Gap[]) {
  const proxy = {
    ...{ url: '', emulate: '', webhookUrl: '' },
    /** Every call of the App and what it was answered, in order. */
    calls: [] as { call: string; status: number; filled: boolean }[],
    close: () => {},
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: Error) => response.writeHead(502).end(error.message));
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = '', method = '' } = request;
    const sent = Buffer.concat(await request.toArray());
    if (url === '/webhooks') return pass(request, response, proxy.webhookUrl, sent).then(() => {});
    const path = url.replace('/api/v3', '');
    const call = `${method} ${path}`;
    const gap = gaps.find((known) => known.call.test(call));
    if (!gap) {
      const status = await pass(request, response, `${proxy.emulate}${path}`, sent);
      proxy.calls.push({ call, status, filled: false });
      return;
    }
    const status = method === 'GET' ? 200 : 201;
    proxy.calls.push({ call, status, filled: true });
    const answer = gap.answer(JSON.parse(sent.toString() || '{}'));
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  proxy.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  proxy.close = () => {
    server.close();
    server.closeAllConnections();
  };
  return proxy;
}

async function pass(
  { method = '', headers }: IncomingMessage,
  response: ServerResponse,
  url: string,
  body: Buffer,
): Promise<number> {
  const { host, connection, 'content-length': length, ...kept } = headers;
  const answer = await fetch(url, {
    ...{ method, headers: kept as Record<string, string> },
    ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
  });
  const type = answer.headers.get('content-type') ?? 'application/json';
  const link = answer.headers.get('link');
  response.writeHead(answer.status, { 'content-type': type, ...(link ? { link } : {}) });
  response.end(Buffer.from(await answer.arrayBuffer()));
  return answer.status;
}
