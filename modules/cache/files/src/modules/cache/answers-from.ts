import type { FastifyBaseLogger } from 'fastify';
import type { CacheStore, Lifetime } from './cache-store.ts';
import { copiesOf } from './copies-of.ts';
import { type Copies, type Load, loadAndKeep, loadOnce } from './load-value.ts';
import { singleFlight } from './single-flight.ts';

/** What the store has, or else what is loaded; something old at once, while a new one is loaded. */
export function answersFrom(store: CacheStore, log: FastifyBaseLogger) {
  const answers = singleFlight<Copies>();
  const refreshes = singleFlight<void>();
  const both = [answers, refreshes];

  async function answer(key: string, lifetime: Lifetime, load: Load): Promise<Copies> {
    const hit = await store.read(key, lifetime.tags);
    const found = hit && copiesOf(hit.text);
    if (!found) return loadOnce(store, key, lifetime, load);
    if (hit.isStale) void refreshes.share(key, lifetime.tags, () => refresh(key, lifetime, load));
    return found;
  }

  async function refresh(key: string, lifetime: Lifetime, load: Load) {
    const claim = await store.claim(key, lifetime);
    try {
      if (claim) await loadAndKeep(claim, load);
    } catch (err) {
      log.warn({ err }, 'a cached value cannot be loaded anew: the old one is given out');
    }
  }

  return {
    answer: (key: string, lifetime: Lifetime, load: Load) =>
      answers.share(key, lifetime.tags, () => answer(key, lifetime, load)),
    forget(key: string) {
      for (const flights of both) flights.forget(key);
    },
    forgetTagged(tags: readonly string[]) {
      for (const flights of both) flights.forgetTagged(tags);
    },
    drain: async () => void (await Promise.all([answers.drain(), refreshes.drain()])),
  };
}
