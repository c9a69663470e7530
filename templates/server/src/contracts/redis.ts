import type { RedisClientType } from 'redis';

export type RedisClient = RedisClientType;

export interface RedisConnection {
  /**
   * Shared by the whole server. It connects by itself, again after each break; while Redis is away
   * commands fail at once. One that was sent may wait for a frozen Redis: bound it in time.
   */
  client: RedisClient;
  /** Begins the name of every key and channel of this server. */
  prefix: string;
  /**
   * One more connection, for subscriptions: subscribe at any time, what is subscribed comes back
   * after each break. It closes with the server; a subscription that still waits then rejects.
   */
  subscriber(): RedisClient;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Null without REDIS_URL: then this process is on its own. */
    redis: RedisConnection | null;
  }
}
