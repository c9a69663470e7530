import type { CacheOptions } from '../../contracts/cache.ts';
import type { Lifetime } from './cache-store.ts';

/** Up to a tenth shorter, so that values which were loaded together do not all end together. */
const jitter = 0.1;

export function lifetimeOf({ seconds, tags = [], staleSeconds = 0 }: CacheOptions): Lifetime {
  if (!(seconds > 0 && staleSeconds >= 0 && Number.isFinite(seconds + staleSeconds)))
    throw new RangeError('A cached value needs a positive number of seconds.');
  return {
    freshMs: Math.ceil(seconds * 1000 * (1 - jitter * Math.random())),
    staleMs: Math.ceil(staleSeconds * 1000),
    tags: [...new Set(tags)],
  };
}
