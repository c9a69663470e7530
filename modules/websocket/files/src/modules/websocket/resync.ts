const patienceMs = 1_000;

/** Tells clients that they may have missed events: once, however many processes say so at a time. */
export function resync(tell: () => void) {
  let timer: NodeJS.Timeout | undefined;
  return {
    soon() {
      timer ??= setTimeout(() => {
        timer = undefined;
        tell();
      }, patienceMs).unref();
    },
    stop: () => clearTimeout(timer),
  };
}
