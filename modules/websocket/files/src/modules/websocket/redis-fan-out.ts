import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import type { RedisConnection } from '../../contracts/redis.ts';
import type { FanOut, Word } from './fan-out.ts';
import { decodeWord, encodeWord } from './word-format.ts';

const startMs = 2_000;
/** What Redis has not taken yet; more than that is given up. */
const maxPending = 1_000;
const maxPendingBytes = 8_388_608;

interface Listener {
  onWord(word: Word): void;
  /** Words of others may have been missed. */
  onGap(): void;
  /** A word of this process did not reach the others. */
  onLoss(): void;
  log: FastifyBaseLogger;
}

/** Carries words between processes over Redis, which forgets them at once. */
export async function redisFanOut(
  { client, prefix, subscriber }: RedisConnection,
  { onWord, onGap, onLoss, log }: Listener,
): Promise<FanOut> {
  const channel = `${prefix}realtime:1`;
  const self = randomUUID();
  const pending = { words: 0, bytes: 0 };
  let isLossy = false;

  async function publish(message: string) {
    const bytes = Buffer.byteLength(message);
    if (pending.words >= maxPending || pending.bytes + bytes > maxPendingBytes)
      throw new Error('Redis takes events too slowly');
    pending.words += 1;
    pending.bytes += bytes;
    try {
      await client.publish(channel, message);
    } finally {
      pending.words -= 1;
      pending.bytes -= bytes;
    }
  }
  /** Others do not know what they have missed, only that there was something. */
  async function admitLoss() {
    if (!isLossy) return;
    isLossy = false;
    try {
      await publish(encodeWord(self, { kind: 'resync', room: '', text: '' }));
      log.info('events reach other processes again');
    } catch {
      isLossy = true;
    }
  }
  function lose(err: unknown) {
    if (!isLossy) log.warn({ err }, 'events reach the connections of this process only');
    isLossy = true;
    onLoss();
  }

  client.on('ready', admitLoss);
  const listening = subscriber();
  let wasReady = false;
  listening.on('ready', () => {
    if (wasReady) onGap();
    wasReady = true;
  });
  const subscribed = listening.subscribe(channel, (message) => {
    const word = decodeWord(self, message);
    if (word) onWord(word);
  });
  // It waits for Redis for as long as it takes; the server does not.
  await Promise.race([subscribed.catch(() => {}), sleep(client.isReady ? startMs : 0)]);

  return {
    tell: (word) => void publish(encodeWord(self, word)).then(admitLoss, lose),
    stop: () => void client.off('ready', admitLoss),
  };
}
