import type { FastifyInstance } from 'fastify';
import { reconcile } from './reconcile.ts';

/** Only a server that listens asks; never twice at once, and a stop waits for the round that runs. */
export function keepReconciling(app: FastifyInstance) {
  const seconds = app.stripeTill.config.STRIPE_RECONCILE_SECONDS;
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> | undefined;
  const run = () => {
    round ??= reconcile(app.stripeTill)
      .then(() => undefined)
      .catch((err: unknown) => app.log.error({ err }, 'cannot learn of payments'))
      .finally(() => (round = undefined));
  };
  app.addHook('onListen', async () => {
    if (app.stripeTill.config.STRIPE_SECRET_KEY) timer = setInterval(run, seconds * 1000).unref();
  });
  app.addHook('onClose', async () => {
    clearInterval(timer);
    await round;
  });
}
