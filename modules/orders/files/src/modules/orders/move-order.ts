import { and, eq, sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { v7 } from 'uuid';
import type { Database } from '../../contracts/database.ts';
import type { OrderState } from '../../contracts/orders.ts';
import { only } from './only.ts';
import { reserveStock, returnStock } from './reserve-stock.ts';
import { type Actor, transitions } from './states.ts';
import { type OrderRow, orderEvents, orderItems, orders } from './table.ts';

export interface Move {
  id: string;
  to: OrderState;
  by: Actor;
  /** Who asked for it. */
  byUserId?: string;
  /** Only an order of this user. */
  ownerId?: string | undefined;
  /** Only these versions of it: from `If-Match`. */
  versions?: readonly number[] | undefined;
}

/**
 * The only way in which an order changes its state. The order's row stays locked from the look at
 * its state to the end of the transaction, so that of several moves at once each sees the last.
 */
export async function moveOrder(
  tx: Database,
  { id, to, by, byUserId, ownerId, versions }: Move,
  problem: FastifyInstance['problem'],
): Promise<{ order: OrderRow; from: OrderState }> {
  const owner = ownerId === undefined ? undefined : eq(orders.userId, ownerId);
  const [current] = await tx
    .select()
    .from(orders)
    .where(and(eq(orders.id, id), owner))
    .for('no key update');
  if (!current) throw problem(404, 'not-found', 'There is no such order.');
  if (versions && !versions.includes(current.version))
    throw problem(412, 'changed-meanwhile', 'The order has changed since you read it.');
  const from = current.state;
  const transition = transitions[from][to];
  if (!transition?.by.includes(by))
    throw problem(409, 'wrong-state', `The order is ${from}: it cannot become ${to} now.`);

  const changes = {
    state: to,
    expiresAt: null,
    version: sql`${orders.version} + 1`,
    updatedAt: sql`now()`,
  };
  const order = only(await tx.update(orders).set(changes).where(eq(orders.id, id)).returning());
  const event = { id: v7(), orderId: id, from, to, by, byUserId: byUserId ?? null };
  await tx.insert(orderEvents).values({ ...event, at: sql`now()` });
  if (transition.stock) await moveStock(tx, id, transition.stock, problem);
  return { order, from };
}

async function moveStock(
  tx: Database,
  orderId: string,
  direction: 'reserve' | 'return',
  problem: FastifyInstance['problem'],
) {
  const { productId, quantity } = orderItems;
  const items = await tx
    .select({ productId, quantity })
    .from(orderItems)
    .where(eq(orderItems.orderId, orderId));
  const there = items.flatMap((item) =>
    item.productId === null ? [] : [{ ...item, productId: item.productId }],
  );
  if (direction === 'return') return returnStock(tx, there);
  if (there.length < items.length)
    throw problem(409, 'sold-out', 'A product of this order is no longer sold.');
  await reserveStock(tx, there, problem);
}
