interface Options {
  timeoutMs: number;
  onFailure: (error: unknown) => void;
}

/** How long an answer is given again before the check runs anew. */
const maxAgeMs = 1_000;

/**
 * Probes from everywhere share one run of a check, so that a hundred of them cost what one costs
 * and a check that hangs is not piled upon.
 */
export function sharedCheck(check: () => Promise<void>, { timeoutMs, onFailure }: Options) {
  let last: { at: number; result: Promise<boolean> } | undefined;
  let running = false;

  return (): Promise<boolean> => {
    if (last && Date.now() - last.at < maxAgeMs) return last.result;
    // Still hanging after its time was up: its state is known without asking again.
    if (running) return Promise.resolve(false);
    running = true;
    const run = startNow(check).finally(() => {
      running = false;
    });
    const result = within(run, timeoutMs).then(
      () => true,
      (error) => {
        onFailure(error);
        return false;
      },
    );
    last = { at: Date.now(), result };
    return result;
  };
}

/** Turns what a check throws before it waits into a rejection, too. */
async function startNow(check: () => Promise<void>) {
  await check();
}

async function within(run: Promise<void>, timeoutMs: number) {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    await Promise.race([run, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
