import type { PGlite, Transaction } from '@electric-sql/pglite';
import { fromPglite } from 'pg-boss';
import { openDurablePglite } from './durable-pglite.ts';
import { lockDirectory } from './lock-directory.ts';
import type { Query, Store } from './store.ts';

/** The queue's tables in a directory: nothing to install, one process at a time. */
export async function openEmbeddedStore(directory: string): Promise<Store> {
  const unlock = lockDirectory(directory);
  try {
    return storeOf(await openDurablePglite(directory), unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

const storeOf = (pglite: PGlite, unlock: () => void): Store => ({
  boss: { db: fromPglite(pglite), backend: 'pglite' },
  embedded: true,
  query: queryOn(pglite),
  transaction: (work) =>
    pglite.transaction((transaction) => {
      const query = queryOn(transaction);
      return work(query, { executeSql: query });
    }),
  close: async () => {
    await pglite.close();
    unlock();
  },
});

const queryOn =
  (target: PGlite | Transaction): Query =>
  (sql, values) =>
    target.query(sql, values);
