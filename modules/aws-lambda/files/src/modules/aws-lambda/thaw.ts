import { setTimeout as sleep } from 'node:timers/promises';

/** Shorter freezes break no connection. */
const longMs = 1_000;

/**
 * Between requests an environment is frozen, for minutes or hours. The first thing it is told when
 * it wakes is the next request, and only then that connections have ended meanwhile: a moment's wait
 * lets them be thrown away before somebody takes one.
 */
export function thaw(now: () => number = Date.now) {
  let frozenAt = Number.POSITIVE_INFINITY;
  return {
    async afterFreeze() {
      if (now() - frozenAt > longMs) await sleep(5);
    },
    beforeFreeze() {
      frozenAt = now();
    },
  };
}
