import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** Stands between a client and a server, and can be as bad as networks are. */
export async function tcpProxy(target: string) {
  const { hostname, port, pathname } = new URL(target);
  const sockets = new Set<Socket>();
  let isFrozen = false;
  let isGarbling = false;

  function serve(client: Socket) {
    const upstream = connect(Number(port || 6379), hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (data) => upstream.write(data));
    upstream.on('data', (data) => client.write(isGarbling ? 'HTTP/1.1 400 Bad Request\r\n' : data));
    if (isFrozen) for (const socket of [client, upstream]) socket.pause();
  }

  let server = await listen(serve, 0);
  const { port: ownPort } = server.address() as AddressInfo;

  async function cut() {
    const closed = new Promise((done) => server.close(done));
    for (const socket of sockets) socket.destroy();
    await closed;
  }
  return {
    url: `redis://127.0.0.1:${ownPort}${pathname}`,
    cut,
    async mend() {
      server = await listen(serve, ownPort);
    },
    freeze() {
      isFrozen = true;
      for (const socket of sockets) socket.pause();
    },
    thaw() {
      isFrozen = false;
      for (const socket of sockets) socket.resume();
    },
    garble(on: boolean) {
      isGarbling = on;
    },
    close: async () => void (server.listening && (await cut())),
  };
}
export type TcpProxy = Awaited<ReturnType<typeof tcpProxy>>;

async function listen(serve: (client: Socket) => void, port: number): Promise<Server> {
  const server = createServer(serve).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
