import type { FastifyBaseLogger } from 'fastify';
import type { FileRows } from './file-rows.ts';
import type { ObjectStore } from './object-store.ts';

interface Sweeping {
  rows: FileRows;
  objects: ObjectStore;
  /** An upload that began longer ago than this is over, whatever its row says. */
  stuckMs: number;
  log: FastifyBaseLogger;
}

const batch = 100;

/** Removes what nobody may see any more: the object first, so that its row outlives it. */
export function sweeper({ rows, objects, stuckMs, log }: Sweeping) {
  let running: Promise<void> = Promise.resolve();

  async function sweep() {
    for (let count = batch; count === batch; ) {
      const ids = await rows.leftovers(new Date(Date.now() - stuckMs), batch);
      for (const id of ids) {
        await objects.remove(id);
        await rows.forget(id);
      }
      count = ids.length;
    }
  }

  return {
    /** One at a time; resolves when everything that was left over at the call is gone. */
    sweep(): Promise<void> {
      running = running
        .then(sweep)
        .catch((err: unknown) => log.warn({ err }, 'cannot sweep files'));
      return running;
    },
    idle: () => running,
  };
}
