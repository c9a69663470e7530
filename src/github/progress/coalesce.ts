/**
 * Writes the newest state, never two at once and at most one per `interval`; states that were
 * overtaken are skipped. `flush` ends with this state and tells whether it was written; `stop`
 * ends with whatever was.
 */
export function coalesce<T>(
  write: (state: T) => Promise<void>,
  interval: number,
): { push(state: T): void; flush(state: T): Promise<void>; stop(): Promise<void> } {
  let pending: { state: T } | null = null;
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();

  const run = () => {
    timer = null;
    if (!pending) return;
    const { state } = pending;
    pending = null;
    // A progress line that was not shown is no reason to stop the work it speaks of.
    writing = writing.then(() => write(state)).catch(() => {});
    timer = setTimeout(run, interval);
  };
  const stop = async () => {
    if (timer) clearTimeout(timer);
    timer = null;
    pending = null;
    await writing;
  };
  return {
    stop,
    push: (state) => {
      pending = { state };
      if (!timer) run();
    },
    flush: async (state) => {
      await stop();
      await write(state);
    },
  };
}
