import type { FastifyInstance } from 'fastify';
import { type FanOut, nobodyElse } from './fan-out.ts';
import { resyncFrame } from './frames.ts';
import type { Hub } from './hub.ts';
import type { Observer } from './realtime-server.ts';
import { redisFanOut } from './redis-fan-out.ts';
import { resync } from './resync.ts';

/** Joins this process with the others, if there is a Redis that they share. */
export async function openFanOut(
  app: FastifyInstance,
  hub: Hub,
  { onDeliver, onLoss }: Observer,
): Promise<FanOut> {
  if (!app.redis) return nobodyElse;
  const { soon, stop } = resync(() => hub.sendToAll(Buffer.from(resyncFrame())));
  const fanOut = await redisFanOut(app.redis, {
    log: app.log,
    onLoss,
    onGap: soon,
    onWord({ kind, room, text }) {
      if (kind === 'event') onDeliver(hub.deliver(room, Buffer.from(text)));
      else if (kind === 'expel') hub.expel(room, text);
      else soon();
    },
  });
  app.addHook('onClose', async () => {
    stop();
    fanOut.stop();
  });
  return fanOut;
}
