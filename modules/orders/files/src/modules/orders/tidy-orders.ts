import {
  and,
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
export async function tidyOrders(app: FastifyInstance) {
  await expireOrders(app);
  await forgetKeys(app.db);
  await forgetAddresses(app.db);
}

/** Cancels orders whose reservation has run out, each in a transaction of its own. */
export async function expireOrders(app: FastifyInstance): Promise<number> {
  const isDue = and(eq(orders.state, 'pending'), lte(orders.expiresAt, sql`now()`));
  const due = await app.db.select({ id: orders.id }).from(orders).where(isDue).limit(batch);
  let expired = 0;
  for (const { id } of due) {
    try {
      if (await expire(app, and(eq(orders.id, id), isDue))) expired += 1;
    } catch (err) {
      // The others are not to wait for this one.
      app.log.error({ err, orderId: id }, 'an order could not be expired');
    }
  }
  return expired;
}

const expire = ({ db, orderBook }: FastifyInstance, isDue: SQL | undefined) =>
  db.transaction(async (tx) => {
    // Whoever holds the row is about to pay, cancel or expire it: it is theirs.
    const [free] = await tx
      .select({ id: orders.id })
      .from(orders)
      .where(isDue)
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

/** Who deletes an account leaves the figures of their orders; address and note go once they are sent. */
async function forgetAddresses(db: Database) {
  const isAbandoned = and(
    isNull(orders.userId),
    or(isNotNull(orders.shippingAddress), isNotNull(orders.note)),
    notInArray(orders.state, ['pending', 'paid', 'shipped']),
  );
  await db.update(orders).set({ shippingAddress: null, note: null }).where(isAbandoned);
}
