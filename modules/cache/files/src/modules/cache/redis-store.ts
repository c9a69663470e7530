import type { FastifyBaseLogger } from 'fastify';
import type { RedisConnection } from '../../contracts/redis.ts';
import type { CacheStore } from './cache-store.ts';
import { circuit } from './circuit.ts';
import { owedRemovals } from './owed-removals.ts';
import { claimIn } from './redis-claim.ts';
import { redisKeys } from './redis-keys.ts';
import { readFrom } from './redis-read.ts';

/** Values that all processes share. Reading and writing fail apart: a full Redis can still be read. */
export function redisStore(
  { client, prefix }: RedisConnection,
  version: string,
  log: FastifyBaseLogger,
): CacheStore {
  const keys = redisKeys(prefix, version);
  const reading = circuit(told(log, 'read'));
  const writing = circuit(told(log, 'written'));
  const removals = owedRemovals(
    async (batch) => void (await client.unlink(batch)),
    () => log.error('too many invalidations wait for Redis: some values live until they expire'),
  );
  const read = readFrom(client, keys);
  const claim = claimIn(client, keys, writing);

  async function remove(names: string[]) {
    removals.add(names);
    await writing(removals.settle).catch(() => undefined);
  }

  return {
    read: (key, tags) =>
      reading(async () => {
        await removals.settle();
        return read(key, tags);
      }).catch(() => undefined),
    claim: (key, lifetime) => claim(key, lifetime, removals.settle),
    // Without its token a load that is under way keeps nothing: the token goes first.
    remove: (key) => remove([keys.load(key), keys.value(key)]),
    invalidate: (tags) => remove(tags.map(keys.tag)),
  };
}

const told = (log: FastifyBaseLogger, what: string) => ({
  onOpen: (err: unknown) => log.warn({ err }, `the cache in Redis is not ${what} for now`),
  onClose: () => log.info(`the cache in Redis is ${what} again`),
});
