import { once } from 'node:events';
import type { FastifyBaseLogger } from 'fastify';
import { createClient } from 'redis';
import type { RedisClient } from '../../contracts/redis.ts';
import { keepAlive } from './keep-alive.ts';
import { reconnectDelay } from './reconnect-delay.ts';
import { reportState } from './report-state.ts';
import { within } from './within.ts';

const connectMs = 2_000;
const closeMs = 1_000;
/** Ends a handshake that nobody answers. A live connection is never silent for so long: it pings. */
const silenceMs = 10_000;

interface Options {
  /** Whether commands wait for a connection instead of failing at once. */
  waits: boolean;
}

/** Connections to one Redis, which are closed together. */
export function openClients(url: string, log: FastifyBaseLogger) {
  const opened: { client: RedisClient; stop: () => void }[] = [];

  return {
    open(name: string, { waits }: Options): RedisClient {
      const client: RedisClient = createClient({
        url,
        disableOfflineQueue: !waits,
        commandsQueueMaxLength: 10_000,
        maintNotifications: 'disabled',
        socket: {
          connectTimeout: connectMs,
          socketTimeout: silenceMs,
          reconnectStrategy: reconnectDelay,
        },
      });
      reportState(client, log.child({ connection: name }));
      opened.push({ client, stop: keepAlive(client) });
      // It tries until it is closed, which then is what it rejects with.
      client.connect().catch(() => undefined);
      return client;
    },
    async close() {
      await Promise.all(opened.map(closeClient));
    },
  };
}

/** Waits for a new connection, but not for long: a server starts without Redis, too. */
export async function firstConnection(client: RedisClient): Promise<void> {
  await within(once(client, 'ready'), connectMs).catch(() => undefined);
}

async function closeClient({ client, stop }: { client: RedisClient; stop: () => void }) {
  stop();
  // What a frozen Redis has not answered by then is given up.
  if (client.isReady) await within(client.close(), closeMs).catch(() => undefined);
  client.destroy();
}
