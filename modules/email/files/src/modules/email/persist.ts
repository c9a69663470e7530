import { setTimeout as sleep } from 'node:timers/promises';

/** Tries again for some seconds: what is to be written happened already, and must not be forgotten. */
export async function persist<T>(write: () => Promise<T>, triesLeft = 6, waitMs = 100): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (triesLeft === 0) throw error;
    await sleep(waitMs);
    return persist(write, triesLeft - 1, waitMs * 2);
  }
}
