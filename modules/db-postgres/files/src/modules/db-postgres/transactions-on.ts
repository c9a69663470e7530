import { DrizzleQueryError } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Begin } from './scope.ts';

/** A pool, or one of its connections. */
export type Pooled = Pick<pg.ClientBase, 'query'>;

/**
 * Transactions on connections of a pool. Drizzle's own never give back a connection on which
 * `begin` fails, and give one that no longer answers to the next request.
 */
export function transactionsOn(pool: pg.Pool): Begin<Pooled> {
  return async (work, config) => {
    const client = await pool.connect();
    let isLost = false;
    try {
      return await drizzle(client).transaction((tx) => work(tx, client), config);
    } catch (error) {
      isLost = isUnanswered(error);
      throw error;
    } finally {
      client.release(isLost);
    }
  };
}

/** The statement failed, and not because the database said so. */
const isUnanswered = (error: unknown) =>
  error instanceof DrizzleQueryError && !(error.cause instanceof pg.DatabaseError);
