/**
 * Writes the newest state, never two at once and at most one per `interval`; states that were
 * overtaken are skipped. `flush` writes what is left and tells whether the last write worked.
 */
export function coalesce<T>(
  write: (state: T) => Promise<void>,
  interval: number,
): { push(state: T): void; flush(state: T): Promise<void> } {
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
  return {
    push: (state) => {
      pending = { state };
      if (!timer) run();
    },
    flush: async (state) => {
      if (timer) clearTimeout(timer);
      timer = null;
      pending = null;
      await writing;
      await write(state);
    },
  };
}
