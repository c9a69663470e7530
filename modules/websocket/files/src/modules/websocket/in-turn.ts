/** So many wait before the sender is not read any further. */
const manyWaiting = 16;

interface Source {
  pause(): void;
  resume(): void;
}

/** Does one thing after the other; a source that is faster than the work has to wait. */
export function inTurn<Item>(source: Source, work: (item: Item) => Promise<void>) {
  const waiting: Item[] = [];
  let running: Promise<void> | undefined;

  async function run() {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      if (waiting.length < manyWaiting) source.resume();
      await work(item);
    }
    running = undefined;
  }
  return {
    add(item: Item) {
      waiting.push(item);
      if (waiting.length >= manyWaiting) source.pause();
      running ??= run();
    },
    /** What has not begun is not begun any more. */
    clear: () => void waiting.splice(0),
    done: () => running,
  };
}
