/** Waits between looks for a mail whose transaction was still open at the look before. */
const waits = [0, 20, 40, 80, 160, 320, 640, 1280, 2560];

/** Looks for a mail again and again for some seconds: nobody tells when a transaction ends. */
export function commitWatch(look: () => void) {
  let timer: NodeJS.Timeout | undefined;

  function watch([wait, ...later]: number[]) {
    clearTimeout(timer);
    if (wait === undefined) return;
    timer = setTimeout(() => {
      look();
      watch(later);
    }, wait);
  }

  return { start: () => watch(waits), stop: () => clearTimeout(timer) };
}
