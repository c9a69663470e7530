import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Heard {
  event: string;
  action: string | undefined;
  guid: string;
  genuine: boolean;
  payload: Record<string, never>;
}

/** A webhook's end in a test: notes what arrives and whether it was signed with this secret. */
export async function listener(secret: string) {
  const heard: Heard[] = [];
  const next = { status: 200 };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    heard.push({
      ...read(request.headers, body),
      genuine: isGenuine(secret, request.headers, body),
    });
    response.writeHead(next.status).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { heard, next, url: `http://127.0.0.1:${port}`, close };
}

function read(headers: IncomingHttpHeaders, body: Buffer) {
  const payload = JSON.parse(body.toString());
  const guid = String(headers['x-github-delivery']);
  return { event: String(headers['x-github-event']), guid, payload, action: payload.action };
}

function isGenuine(secret: string, headers: IncomingHttpHeaders, body: Buffer): boolean {
  const expected = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  const signature = String(headers['x-hub-signature-256']);
  return timingSafeEqual(Buffer.from(signature), Buffer.from(expected));
}
