const most = 20_000;
const batchSize = 1_000;

/**
 * Removals that Redis has not confirmed. While there are any, what it holds may be outdated, so
 * they are made up for before anything is read.
 */
export function owedRemovals(pay: (batch: string[]) => Promise<void>, onLoss: () => void) {
  const owed = new Set<string>();
  let settling: Promise<void> | undefined;

  function add(removals: readonly string[]) {
    for (const key of removals) owed.add(key);
    if (owed.size <= most) return;
    onLoss();
    for (const key of [...owed].slice(0, owed.size - most)) owed.delete(key);
  }

  async function payAll() {
    while (owed.size > 0) {
      // Taken out first: one that is added again meanwhile is another removal.
      const batch = [...owed].slice(0, batchSize);
      for (const key of batch) owed.delete(key);
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
