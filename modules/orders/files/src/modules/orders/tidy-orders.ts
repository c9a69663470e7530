import {
  and,
  asc,
  eq,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../../contracts/database.ts';
import { orderRequests, orders } from './table.ts';

const batch = 100;

/** What the clock does to orders. Any number of processes may do it at the same time. */
export async function tidyOrders(app: FastifyInstance, signal?: AbortSignal) {
  await expireOrders(app, signal);
  await forgetKeys(app.db);
  await forgetAddresses(app.db);
}

const isDue = and(eq(orders.state, 'pending'), lte(orders.expiresAt, sql`now()`));

/** Cancels all orders whose reservation has run out, each in a transaction of its own. */
export async function expireOrders(app: FastifyInstance, signal?: AbortSignal): Promise<number> {
  let expired = 0;
  let due = await nextDue(app.db);
  while (due.length > 0) {
    for (const { id } of due) {
      if (signal?.aborted) return expired;
      if (await tryToExpire(app, id)) expired += 1;
    }
    due = due.length < batch ? [] : await nextDue(app.db, due.at(-1));
  }
  return expired;
}

interface Due {
  id: string;
  expiresAt: Date | null;
}

/** Those that wait longest. Each comes once in a round, also one that could not be expired. */
async function nextDue(db: Database, last?: Due): Promise<Due[]> {
  const place = sql`(${orders.expiresAt}, ${orders.id})`;
  const isAfter =
    last && sql`${place} > (${sql.param(last.expiresAt, orders.expiresAt)}, ${last.id})`;
  return db
    .select({ id: orders.id, expiresAt: orders.expiresAt })
    .from(orders)
    .where(and(isDue, isAfter))
    .orderBy(asc(orders.expiresAt), asc(orders.id))
    .limit(batch);
}

async function tryToExpire(app: FastifyInstance, id: string): Promise<boolean> {
  try {
    return await expire(app, and(eq(orders.id, id), isDue));
  } catch (err) {
    // The others are not to wait for this one.
    app.log.error({ err, orderId: id }, 'an order could not be expired');
    return false;
  }
}

const expire = ({ db, orderBook }: FastifyInstance, isIt: SQL | undefined) =>
  db.transaction(async (tx) => {
    // Whoever holds the row is about to pay, cancel or expire it: it is theirs.
    const [free] = await tx
      .select({ id: orders.id })
      .from(orders)
      .where(isIt)
      .for('no key update', { skipLocked: true });
    if (free) await orderBook.move({ id: free.id, to: 'cancelled', by: 'clock' }, tx);
    return free !== undefined;
  });

/** A client that repeats a request does so within a day. */
async function forgetKeys(db: Database) {
  const old = db
    .select({ orderId: orderRequests.orderId })
    .from(orderRequests)
    .where(lt(orderRequests.createdAt, sql`now() - interval '1 day'`))
    .limit(batch)
    .for('update', { skipLocked: true });
  await db.delete(orderRequests).where(inArray(orderRequests.orderId, old));
}

/** Who deletes an account leaves the figures of their orders. Address and note go once it is sent. */
async function forgetAddresses(db: Database) {
  const isAbandoned = and(
    isNull(orders.userId),
    or(isNotNull(orders.shippingAddress), isNotNull(orders.note)),
    notInArray(orders.state, ['pending', 'paid']),
  );
  await db.update(orders).set({ shippingAddress: null, note: null }).where(isAbandoned);
}
