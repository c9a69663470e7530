import { AsyncLocalStorage } from 'node:async_hooks';
import { sql } from 'drizzle-orm';
import type { DatabaseScope } from '../../contracts/tenancy.ts';
import type { Begin, Scope, Transaction, TransactionConfig } from './scope.ts';

/**
 * Sends each statement to the transaction of its async context, or to `shared` where there is none,
 * so that queries prepared once serve both.
 */
export function scopedConnection<Connection extends { query: unknown }>(
  shared: Connection,
  begin: Begin<Connection>,
) {
  const scopes = new AsyncLocalStorage<Scope<Connection>>();

  async function run<T>(statement: (on: Connection) => Promise<T>): Promise<T> {
    const scope = scopes.getStore();
    if (!scope) return statement(shared);
    let last: unknown;
    // Waiting lets others in, who may begin something.
    while (last !== scope.nested) {
      last = scope.nested;
      await last;
    }
    if (scope.hasEnded) throw ended();
    return statement(scope.connection);
  }
  /** As Drizzle calls a driver. */
  const query = (...args: unknown[]) =>
    run((on) => (on as { query(...args: unknown[]): Promise<unknown> }).query(...args));

  async function transaction<T>(
    work: (tx: Transaction) => Promise<T>,
    config?: TransactionConfig,
  ): Promise<T> {
    const scope = scopes.getStore();
    if (!scope) return begin(work, config);
    const turn = scope.nested.then(() => {
      if (scope.hasEnded) throw ended();
      return scope.tx.transaction((tx) => inScope({ ...scope, tx }, () => work(tx)));
    });
    scope.nested = turn.catch(() => {});
    return turn;
  }

  const within: DatabaseScope['within'] = async (values, work) => {
    const settings = JSON.stringify(values);
    const scope = scopes.getStore();
    if (scope && !scope.hasEnded) {
      if (scope.settings === settings) return transaction(work);
      throw new Error('Work within other settings cannot start inside this: end this first.');
    }
    return begin(async (tx, connection) => {
      for (const [name, value] of Object.entries(values))
        await tx.execute(sql`select set_config(${name}, ${value}, true)`);
      return inScope({ ...fresh, settings, tx, connection }, work);
    });
  };

  /** Awaited inside: a query of Drizzle's runs when somebody waits for it. */
  async function inScope<T>(scope: Scope<Connection>, work: () => Promise<T>): Promise<T> {
    const own = { ...scope, ...fresh };
    try {
      return await scopes.run(own, async () => await work());
    } finally {
      await own.nested;
      own.hasEnded = true;
    }
  }

  return { run, query, transaction, within };
}

const fresh = { nested: Promise.resolve() as Promise<unknown>, hasEnded: false };

const ended = () =>
  new Error('The transaction that this statement belongs to has ended: await it before the end.');
