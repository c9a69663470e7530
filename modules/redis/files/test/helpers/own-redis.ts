import { randomBytes } from 'node:crypto';
import { createClient } from 'redis';

const url = process.env.REDIS_URL ?? 'redis://127.0.0.1:6379';

/**
 * A Redis to test with, and a prefix of its own in it. Null, with the reason in the output, where
 * there is none.
 */
export async function ownRedis() {
  const client = createClient({ url, socket: { connectTimeout: 2_000, reconnectStrategy: false } });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    if (process.env.CI && process.env.REDIS_URL) throw error;
    console.log(`Skipped: these tests need Redis. ${error}`);
    return null;
  }
  const prefix = `test:${randomBytes(6).toString('hex')}:`;
  return {
    client,
    prefix,
    env: { REDIS_URL: url, REDIS_PREFIX: prefix },
    async clean() {
      for await (const keys of client.scanIterator({ MATCH: `${prefix}*`, COUNT: 1_000 }))
        if (keys.length > 0) await client.unlink(keys);
      await client.close();
    },
  };
}
export type OwnRedis = NonNullable<Awaited<ReturnType<typeof ownRedis>>>;
