import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Faults {
  /** What happens to a request instead of reaching the storage. */
  fault?: (method: string, url: string) => 'hang' | 'cut' | number | undefined;
}

/** A way to the storage on which requests can be seen, held up and refused. */
export async function faultProxy(endpoint: string, faults: Faults) {
  const target = new URL(endpoint);
  const seen: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const { method = '', url = '', headers } = incoming;
    seen.push(`${method} ${url}`);
    const fault = faults.fault?.(method, url);
    if (fault === 'hang') return;
    if (fault === 'cut') return incoming.socket.destroy();
    if (fault) return void incoming.resume().on('end', () => outgoing.writeHead(fault).end());
    const forwarded = request({ port: target.port, method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    forwarded.on('error', () => outgoing.destroy());
    incoming.pipe(forwarded);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url, seen, close };
}
