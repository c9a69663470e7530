interface Ticking {
  nextAfter(moment: Date): Date;
  /** Does what has come due by now; a failure is tried again after `retryMs`. */
  tick(now: Date): Promise<void>;
  onError(error: unknown): void;
}

/** Timers hold 24 days at most; and a clock that is set is noticed within a minute. */
const longestWaitMs = 60_000;
const retryMs = 5_000;

/** Ticks at once and then whenever something comes due, until it is stopped. */
export function ticker({ nextAfter, tick, onError }: Ticking) {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  function wait(ms: number) {
    if (isStopped) return;
    timer = setTimeout(run, Math.min(ms, longestWaitMs));
    timer.unref();
  }
  async function run() {
    try {
      await tick(new Date());
      const now = new Date();
      wait(nextAfter(now).getTime() - now.getTime());
    } catch (error) {
      onError(error);
      wait(retryMs);
    }
  }

  return {
    start: run,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
