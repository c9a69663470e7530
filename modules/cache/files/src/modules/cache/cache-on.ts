import type { FastifyBaseLogger } from 'fastify';
import type { Cache, CacheOptions, Serialized } from '../../contracts/cache.ts';
import { answersFrom } from './answers-from.ts';
import type { CacheStore } from './cache-store.ts';
import { copiesOf } from './copies-of.ts';
import { lifetimeOf } from './lifetime-of.ts';
import { loadAndKeep } from './load-value.ts';

/** The cache over a store; `drain` waits for what is still being loaded. */
export function cacheOn(store: CacheStore, log: FastifyBaseLogger) {
  const { answer, forget, forgetTagged, drain } = answersFrom(store, log);

  // Twice, here and below: what begins while the store is told may still read the old value.
  async function remove(key: string) {
    forget(key);
    await store.remove(key);
    forget(key);
  }

  const cache: Cache = {
    async wrap<Value>(key: string, options: CacheOptions, load: () => Promise<Value>) {
      const copy = await answer(key, lifetimeOf(options), load);
      return copy() as Serialized<Value>;
    },
    async get<Value>(key: string) {
      const hit = await store.read(key, []);
      return hit && !hit.isStale ? (copiesOf(hit.text)?.() as Value | undefined) : undefined;
    },
    async set(key, value, options) {
      const lifetime = lifetimeOf(options);
      await remove(key);
      const claim = await store.claim(key, lifetime);
      if (claim) await loadAndKeep(claim, async () => value);
    },
    delete: remove,
    async invalidateTags(...tags) {
      forgetTagged(tags);
      await store.invalidate(tags);
      forgetTagged(tags);
    },
  };
  return { cache, drain };
}
