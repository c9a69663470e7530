import { Pool, type PoolClient } from 'pg';
import type { Database, Query, Store } from './store.ts';

/** The queue's tables on a PostgreSQL server, which several processes may share. */
export function openPostgresStore(
  connectionString: string,
  onError: (error: Error) => void,
): Store {
  const pool = new Pool({ connectionString, max: 4 });
  pool.on('error', onError);
  return {
    boss: { connectionString, max: 6 },
    embedded: false,
    query: (sql, values) => pool.query(sql, values),
    transaction: async (work) => {
      const client = await pool.connect();
      try {
        return await inTransaction(client, work);
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
}

async function inTransaction<T>(
  client: PoolClient,
  work: (query: Query, db: Database) => Promise<T>,
): Promise<T> {
  const query: Query = (sql, values) => client.query(sql, values);
  await client.query('begin');
  try {
    const result = await work(query, { executeSql: query });
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
