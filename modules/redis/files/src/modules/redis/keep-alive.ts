import type { RedisClient } from '../../contracts/redis.ts';
import { within } from './within.ts';

const pingEveryMs = 5_000;
const answerMs = 2_000;

/**
 * Replaces a connection that is open but of no use: one that nobody answers, which TCP may take a
 * quarter of an hour to notice, or one whose answers are not Redis's, after which the client would
 * take each for that to another command.
 */
export function keepAlive(client: RedisClient): () => void {
  let isWaiting = false;
  let isStopped = false;

  client.on('error', () => {
    // The client itself sees to connections that broke: then it is not ready.
    if (isStopped || !client.isReady) return;
    client.destroy();
    client.connect().catch(() => undefined);
  });

  const timer = setInterval(async () => {
    if (isWaiting || !client.isReady) return;
    isWaiting = true;
    await within(client.ping(), answerMs).catch((error) => client.emit('error', error));
    isWaiting = false;
  }, pingEveryMs);
  timer.unref();

  return () => {
    isStopped = true;
    clearInterval(timer);
  };
}
