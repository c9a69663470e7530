import type { FastifyInstance } from 'fastify';
import { SweepConfig } from './order-config.ts';

/**
 * Does the work every few seconds while the server listens, never twice at once; a stop tells the
 * round that runs, and waits for it.
 */
export function sweep(app: FastifyInstance, work: (signal: AbortSignal) => Promise<unknown>) {
  const { ORDER_SWEEP_SECONDS: seconds } = app.config(SweepConfig);
  const stop = new AbortController();
  let round: Promise<void> | undefined;
  const run = () => {
    round ??= work(stop.signal)
      .then(() => undefined)
      .catch((err: unknown) => app.log.error({ err }, 'a sweep of orders failed'))
      .finally(() => (round = undefined));
  };
  let timer: NodeJS.Timeout | undefined;
  app.addHook('onListen', async () => {
    timer = setInterval(run, seconds * 1000).unref();
  });
  app.addHook('onClose', async () => {
    clearInterval(timer);
    stop.abort();
    await round;
  });
}
