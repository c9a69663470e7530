import { DrizzleQueryError } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';

/**
 * Transactions on connections of a pool. Drizzle's own never give back a connection on which
 * `begin` fails, and give one that no longer answers to the next request.
 */
export function transactionsOn(pool: pg.Pool): NodePgDatabase['transaction'] {
  return async (work, config) => {
    const client = await pool.connect();
    let isLost = false;
    try {
      return await drizzle(client).transaction(work, config);
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
