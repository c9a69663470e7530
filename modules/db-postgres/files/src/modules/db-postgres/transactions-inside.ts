import type { PGlite, Transaction } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import type { Begin } from './scope.ts';

/** The embedded database, or a transaction on its one connection. */
export type Inside = Pick<Transaction, 'query' | 'exec'>;

/** Transactions of the embedded database: it has one connection, so each waits for the last. */
export function transactionsInside(client: PGlite): Begin<Inside> {
  return (work, config) =>
    client.transaction(async (inner) =>
      drizzle(begun(inner)).transaction((tx) => work(tx, inner), config),
    );
}

/** As Drizzle sees a database, but with the transaction that has begun already. */
const begun = (inner: Transaction) =>
  ({
    query: inner.query.bind(inner),
    transaction: (work: (inner: Transaction) => unknown) => work(inner),
  }) as unknown as PGlite;
