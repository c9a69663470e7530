const failuresBeforePause = 5;
const pauseMs = 30_000;

/** Spares callers the wait for a service that is not there; one at a time sees whether it is back. */
export function circuit(now: () => number = Date.now) {
  let failures = 0;
  let pausedUntil = 0;

  return {
    allows() {
      if (failures < failuresBeforePause) return true;
      if (now() < pausedUntil) return false;
      pausedUntil = now() + pauseMs;
      return true;
    },
    record(isThere: boolean) {
      failures = isThere ? 0 : failures + 1;
      if (!isThere) pausedUntil = now() + pauseMs;
    },
  };
}
