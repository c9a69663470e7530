import type { Database } from '../../contracts/database.ts';

export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
export type TransactionConfig = Parameters<Database['transaction']>[1];

/** A transaction on one connection, with its begin and its commit or rollback. */
export type Begin<Connection> = <T>(
  work: (tx: Transaction, connection: Connection) => Promise<T>,
  config?: TransactionConfig,
) => Promise<T>;

/** The transaction that the statements of an async context belong to. */
export interface Scope<Connection> {
  /** The settings that hold in it. */
  settings: string;
  tx: Transaction;
  connection: Connection;
  /** Savepoints stand one inside the other on a connection, so nested work takes turns. */
  nested: Promise<unknown>;
  hasEnded: boolean;
}
