import type { FastifyInstance } from 'fastify';

/** False when there is too much to do already. */
export type BackgroundWork = (work: () => Promise<void>) => boolean;

const maxAtOnce = 100;

/**
 * Does after the response what would otherwise show, by the time it takes, whether an address has
 * an account. Stopping the server waits for it.
 */
export function backgroundWork(app: FastifyInstance): BackgroundWork {
  const running = new Set<Promise<void>>();
  app.addHook('onClose', async () => void (await Promise.all(running)));

  return (work) => {
    if (running.size >= maxAtOnce) return false;
    const task = work()
      .catch((err: unknown) => app.log.error({ err }, 'could not send a mail'))
      .finally(() => running.delete(task));
    running.add(task);
    return true;
  };
}
