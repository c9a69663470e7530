import type { FastifyBaseLogger } from 'fastify';
import type { RedisClient } from '../../contracts/redis.ts';

/** One log line when Redis goes away and one when it is back, however often it is tried between. */
export function reportState(client: RedisClient, log: FastifyBaseLogger): void {
  let state: 'new' | 'connected' | 'away' = 'new';
  client.on('error', (err) => {
    if (state !== 'away') log.warn({ err }, 'Redis is away: the server goes on without');
    state = 'away';
  });
  client.on('ready', () => {
    if (state === 'away') log.info('Redis is back');
    state = 'connected';
  });
}
