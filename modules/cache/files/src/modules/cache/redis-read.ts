import type { RedisClient } from '../../contracts/redis.ts';
import type { Hit } from './cache-store.ts';
import { readEntry } from './entry-format.ts';
import type { RedisKeys } from './redis-keys.ts';

/** Reads a value and, in the same round trip, the ids of the tags that it probably has. */
export const readFrom =
  (client: RedisClient, keys: RedisKeys) =>
  async (key: string, expected: readonly string[]): Promise<Hit | undefined> => {
    const name = keys.value(key);
    const [[text, ...ids], leftMs] = await Promise.all([
      client.mGet([name, ...expected.map(keys.tag)]),
      client.pTTL(name),
    ]);
    const entry = typeof text === 'string' ? readEntry(text) : undefined;
    if (!entry || entry.header.key !== key) return undefined;
    const known = new Map(expected.map((tag, at) => [tag, ids[at]]));
    const current = await idsOf(client, keys, known, Object.keys(entry.header.tags));
    const isCurrent = Object.entries(entry.header.tags).every(
      ([tag, id]) => current.get(tag) === id,
    );
    if (!isCurrent) return undefined;
    return { text: entry.text, isStale: Number(leftMs) <= entry.header.staleMs };
  };

/** The ids of other tags than the expected are asked for when there are any. */
async function idsOf(
  client: RedisClient,
  keys: RedisKeys,
  known: Map<string, string | null | undefined>,
  tags: string[],
) {
  const unknown = tags.filter((tag) => !known.has(tag));
  if (unknown.length === 0) return known;
  const ids = await client.mGet(unknown.map(keys.tag));
  return new Map([...known, ...unknown.map((tag, at) => [tag, ids[at]] as const)]);
}
