import { randomUUID } from 'node:crypto';
import type { RedisClient } from '../../contracts/redis.ts';
import type { Claim, Lifetime } from './cache-store.ts';
import type { circuit } from './circuit.ts';
import { writeEntry } from './entry-format.ts';
import type { RedisKeys } from './redis-keys.ts';
import { claimScript, giveUpScript, keepScript } from './redis-scripts.ts';

/** After so long a load counts as dead, and another process may begin. */
const claimMs = 10_000;
/** Loads that take longer are not kept: by then Redis has forgotten their tokens. */
const tokenMs = 60_000;

/** Where Redis is in trouble, values are loaded and not kept. */
const unkept: Claim = { keep: async () => {}, giveUp: async () => {} };

export function claimIn(client: RedisClient, keys: RedisKeys, guarded: ReturnType<typeof circuit>) {
  return async (
    key: string,
    { freshMs, staleMs, tags }: Lifetime,
    settle: () => Promise<void>,
  ): Promise<Claim | null> => {
    const token = randomUUID();
    const load = keys.load(key);
    const run = (script: string, names: string[], ...values: (string | number)[]) =>
      client.eval(script, { keys: names, arguments: [token, ...values.map(String)] });
    const giveUp = () => guarded(() => run(giveUpScript, [load])).then(nothing, nothing);

    const ids = await guarded(async () => {
      await settle();
      const ttl = freshMs + staleMs + tokenMs;
      const names = [load, ...tags.map(keys.tag)];
      return run(claimScript, names, tokenMs, ttl, tokenMs - claimMs);
    }).catch(() => undefined);
    if (ids === null) return null;
    if (!isIds(ids, tags.length)) {
      // It may have been heard after all; nobody shall wait for a load that is not kept.
      void giveUp();
      return unkept;
    }
    const header = {
      key,
      staleMs,
      tags: Object.fromEntries(tags.map((tag, at) => [tag, ids[at] ?? ''])),
    };
    return {
      async keep(text) {
        const entry = writeEntry(header, text);
        const names = [load, keys.value(key)];
        await guarded(() => run(keepScript, names, entry, freshMs + staleMs)).catch(nothing);
      },
      giveUp,
    };
  };
}

const nothing = () => {};

const isIds = (reply: unknown, count: number): reply is string[] =>
  Array.isArray(reply) && reply.length === count && reply.every((id) => typeof id === 'string');
