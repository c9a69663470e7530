import type { WebSocket } from '@fastify/websocket';

/** Drops those who have not answered the last ping: their networks are gone. */
export function heartbeat(seconds: number) {
  const alive = new Map<WebSocket, boolean>();
  const timer = setInterval(() => {
    for (const [socket, answered] of alive) {
      if (!answered) {
        socket.terminate();
        continue;
      }
      alive.set(socket, false);
      socket.ping();
    }
  }, seconds * 1000).unref();

  return {
    watch(socket: WebSocket) {
      alive.set(socket, true);
      socket.on('pong', () => alive.set(socket, true));
      socket.on('close', () => alive.delete(socket));
    },
    stop: () => clearInterval(timer),
  };
}
