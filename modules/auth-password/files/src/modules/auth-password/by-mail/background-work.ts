import type { FastifyInstance, FastifyReply } from 'fastify';

/** False when there is too much to do already. */
export type BackgroundWork = (work: () => Promise<void>) => boolean;

const maxAtOnce = 100;

/**
 * Does after the response what would otherwise show, by the time it takes, whether an address has
 * an account. Stopping the server waits for it.
 */
export function backgroundWork(app: FastifyInstance): BackgroundWork {
  const running = new Set<Promise<void>>();
  app.addHook('preClose', async () => void (await Promise.all(running)));

  return (work) => {
    if (running.size >= maxAtOnce) return false;
    const task = work()
      .catch((err: unknown) => app.log.error({ err }, 'could not send a mail'))
      .finally(() => running.delete(task));
    running.add(task);
    return true;
  };
}

/** The answer to a request whose work goes on after it. */
export function acceptedWhen(started: boolean, app: FastifyInstance, reply: FastifyReply) {
  if (!started) throw app.problem(503, 'busy', 'Too much to do at the moment. Try again soon.');
  return reply.code(202).send(null);
}
