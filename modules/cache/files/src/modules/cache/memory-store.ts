import { LRUCache } from 'lru-cache';
import type { CacheStore, Claim, Lifetime } from './cache-store.ts';
import { type TagId, tagIds } from './tag-ids.ts';

interface Entry {
  text: string;
  freshUntil: number;
  tags: TagId[];
}

interface Bounds {
  maxEntries: number;
  maxBytes: number;
}

/** What an entry and each of its tags take besides their texts, about. */
const overheadBytes = 200;
const tagBytes = 50;

/** Two bytes a character: what text beyond Latin-1 takes in memory. */
const sizeOf = ({ text, tags }: Entry, key: string) =>
  overheadBytes + tags.length * tagBytes + 2 * (text.length + key.length);

/** Values in this process: the ones longest unused make room. */
export function memoryStore({ maxEntries, maxBytes }: Bounds): CacheStore {
  const tags = tagIds(maxEntries * 4);
  const claims = new Map<string, symbol>();
  const entries = new LRUCache<string, Entry>({
    max: maxEntries,
    maxSize: maxBytes,
    sizeCalculation: sizeOf,
  });

  function claim(key: string, { freshMs, staleMs, tags: names }: Lifetime): Claim {
    const own = Symbol('claim');
    const ids = tags.of(names);
    claims.set(key, own);
    const end = () => claims.get(key) === own && claims.delete(key);
    return {
      async keep(text) {
        if (!end()) return;
        const entry = { text, freshUntil: performance.now() + freshMs, tags: ids };
        entries.set(key, entry, { ttl: freshMs + staleMs });
      },
      giveUp: async () => void end(),
    };
  }

  return {
    async read(key) {
      const entry = entries.get(key);
      if (!entry || !tags.areCurrent(entry.tags)) return undefined;
      return { text: entry.text, isStale: performance.now() >= entry.freshUntil };
    },
    claim: async (key, lifetime) => claim(key, lifetime),
    async remove(key) {
      claims.delete(key);
      entries.delete(key);
    },
    invalidate: async (names) => tags.forget(names),
  };
}
