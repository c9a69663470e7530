/** Stops asking a server that is not there: after each failed try for longer, a minute at most. */
export function circuit(firstPauseMs: number, now: () => number = Date.now) {
  let failures = 0;
  let closedUntil = 0;

  return {
    /** How many attempts may be under way: none, one to see whether it is back, or all. */
    allows: (all: number) => (now() < closedUntil ? 0 : failures > 0 ? 1 : all),
    record(isReachable: boolean) {
      if (isReachable) {
        failures = 0;
        closedUntil = 0;
      } else if (now() >= closedUntil) {
        const pause = Math.min(60_000, firstPauseMs * 2 ** failures);
        closedUntil = now() + pause * (0.75 + Math.random() / 2);
        failures += 1;
      }
    },
  };
}
