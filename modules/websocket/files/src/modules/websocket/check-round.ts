import type { FastifyInstance } from 'fastify';
import type { Connection } from './connection.ts';

const everyMs = 1_000;
/** Most of them ask the database: requests must not have to wait behind them. */
const atOnce = 8;

/** Checks each connection every so many seconds, though not all of them at once. */
export function checkRound(
  app: FastifyInstance,
  connections: Iterable<Connection>,
  seconds: number,
  check: (connection: Connection) => Promise<void>,
) {
  let isRunning = false;
  // Those who came together, after a restart say, need not be checked together for ever.
  const later = () => Date.now() + seconds * 1000 * (0.75 + Math.random() / 4);

  async function checkAll(due: Connection[]) {
    for (let connection = due.pop(); connection; connection = due.pop()) {
      connection.checkAt = later();
      const { id } = connection;
      await check(connection).catch((err) => {
        app.log.debug({ err, connection: id }, 'a connection could not be checked');
      });
    }
  }
  async function round() {
    if (isRunning) return;
    isRunning = true;
    const due = [...connections].filter(({ checkAt }) => checkAt <= Date.now());
    await Promise.all(Array.from({ length: atOnce }, () => checkAll(due)));
    isRunning = false;
  }
  const timer = setInterval(round, everyMs).unref();
  app.addHook('onClose', async () => clearInterval(timer));

  return {
    later,
    /** Looks at a user's connections now. */
    hasten(userId: string) {
      for (const connection of connections)
        if (connection.caller?.userId === userId) connection.checkAt = 0;
      void round();
    },
  };
}
