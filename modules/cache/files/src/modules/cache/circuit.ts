import { within } from './within.ts';

const timeoutMs = 100;
const failuresToOpen = 3;
const firstPauseMs = 1_000;
const longestPauseMs = 5_000;

interface Listener {
  onOpen(error: unknown): void;
  onClose(): void;
}

/**
 * Runs work that talks to Redis, bounded in time. After failures in a row it refuses at once, and
 * lets one call through now and then to see whether Redis is back.
 */
export function circuit({ onOpen, onClose }: Listener) {
  let failures = 0;
  let pauseMs = firstPauseMs;
  let quietUntil = 0;

  function succeed() {
    if (failures >= failuresToOpen) onClose();
    failures = 0;
    pauseMs = firstPauseMs;
    quietUntil = 0;
  }
  function fail(error: unknown) {
    failures += 1;
    if (failures !== failuresToOpen) return;
    quietUntil = performance.now() + pauseMs;
    onOpen(error);
  }

  return async <Value>(work: () => Promise<Value>): Promise<Value> => {
    if (performance.now() < quietUntil) throw new Error('Redis is left alone for a moment');
    if (failures >= failuresToOpen) {
      // This call finds out; meanwhile, and if it fails, all others are refused for longer.
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      quietUntil = performance.now() + pauseMs;
    }
    try {
      const value = await within(work(), timeoutMs);
      succeed();
      return value;
    } catch (error) {
      fail(error);
      throw error;
    }
  };
}
