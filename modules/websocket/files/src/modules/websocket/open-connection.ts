import type { WebSocket } from '@fastify/websocket';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AnswerMessage } from './answer-message.ts';
import { connectionOn } from './connection.ts';
import { drainConnections } from './drain-connections.ts';
import { readyFrame } from './frames.ts';
import { heartbeat } from './heartbeat.ts';
import type { Hub } from './hub.ts';
import type { RealtimeConfig } from './realtime-config.ts';
import type { Observer } from './realtime-server.ts';
import { serveConnection } from './serve-connection.ts';

interface Parts {
  hub: Hub;
  answer: AnswerMessage;
  config: RealtimeConfig;
  observer: Observer;
  /** When to see again who it is. */
  nextCheck(): number;
}

/** Takes connections in, and sees them off. */
export function connectionOpener(app: FastifyInstance, parts: Parts) {
  const { hub, answer, config, observer, nextCheck } = parts;
  const pings = heartbeat(config.REALTIME_PING_SECONDS);
  app.addHook('onClose', async () => pings.stop());
  const underWay = new Set<() => Promise<void> | undefined>();
  let drained: Promise<void> | null = null;
  app.addHook('onClose', async () => await drained);

  function open(socket: WebSocket, { admitted, id: reqId }: FastifyRequest) {
    if (!admitted) return socket.terminate();
    pings.watch(socket);
    const { REALTIME_MAX_BUFFERED_BYTES: maxBufferedBytes } = config;
    const connection = connectionOn(socket, { ...admitted, maxBufferedBytes });
    connection.checkAt = nextCheck();
    hub.connections.add(connection);
    observer.onOpen();
    const { REALTIME_MESSAGES_PER_SECOND: messagesPerSecond } = config;
    const work = serveConnection(socket, connection, { answer, messagesPerSecond, log: app.log });
    underWay.add(work);
    const since = Date.now();
    socket.on('close', (received: number) => {
      const code = connection.endedWith ?? received;
      hub.forget(connection);
      observer.onClose(code);
      app.log.info({ reqId, code, seconds: Math.round((Date.now() - since) / 1000) }, 'connection');
      void Promise.resolve(work()).finally(() => underWay.delete(work));
    });
    connection.send(readyFrame(connection.id, connection.caller));
    if (drained) connection.close('stopping');
  }
  return {
    open,
    isDraining: () => drained !== null,
    /** Only begins it: while the server waits before it shuts its door, clients would come back. */
    drain() {
      const finish = () => Promise.all([...underWay].map((work) => work()));
      drained = drainConnections(hub.connections, finish);
    },
  };
}
