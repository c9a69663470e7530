export type Removals = Map<string, 'mark' | 'remove'>;

const most = 20_000;
const batchSize = 1_000;

/**
 * Removals that Redis has not confirmed. While there are any, what it holds may be outdated, so
 * they are made up for before anything is read.
 */
export function owedRemovals(pay: (batch: Removals) => Promise<void>, onLoss: () => void) {
  const owed: Removals = new Map();
  let settling: Promise<void> | undefined;

  function add(removals: Removals) {
    for (const [key, kind] of removals) owed.set(key, kind);
    if (owed.size <= most) return;
    onLoss();
    for (const key of [...owed.keys()].slice(0, owed.size - most)) owed.delete(key);
  }

  async function payAll() {
    while (owed.size > 0) {
      // Taken out first: one that is added again meanwhile is another removal.
      const batch: Removals = new Map([...owed].slice(0, batchSize));
      for (const key of batch.keys()) owed.delete(key);
      try {
        await pay(batch);
      } catch (error) {
        add(batch);
        throw error;
      }
    }
  }

  return {
    add,
    settle(): Promise<void> {
      if (owed.size > 0)
        settling ??= payAll().finally(() => {
          settling = undefined;
        });
      return settling ?? Promise.resolve();
    },
  };
}
