import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { v7 } from 'uuid';
import type { Database } from '../../contracts/database.ts';
import { limitPending, lockBuyer } from './buyer.ts';
import { claimKey, type RequestKey } from './claim-key.ts';
import { only } from './only.ts';
import type { OrderLine } from './order-lines.ts';
import { orderNumber } from './order-number.ts';
import { reserveStock } from './reserve-stock.ts';
import { type OrderRow, orderEvents, orderItems, orders } from './table.ts';
import { assertExpected, type Total, totalOf } from './total-of.ts';

export interface NewOrder {
  userId: string;
  lines: readonly OrderLine[];
  shippingAddress?: string;
  note?: string;
  /** What the buyer was shown. */
  expectedTotal?: Total;
  request?: RequestKey | undefined;
}

export interface OrderLimits {
  holdMinutes: number;
  /** Orders of one person that wait to be paid. */
  pendingMax: number;
}

export type Placed = { order: OrderRow } | { placedBefore: string };

/** Makes an order within the transaction: all of it, or nothing. */
export async function placeOrder(
  tx: Database,
  { userId, lines, request, expectedTotal, ...delivery }: NewOrder,
  { holdMinutes, pendingMax }: OrderLimits,
  problem: FastifyInstance['problem'],
): Promise<Placed> {
  const id = v7();
  await lockBuyer(tx, userId, problem);
  const placedBefore = request && (await claimKey(tx, request, { userId, orderId: id }, problem));
  if (placedBefore !== undefined) return { placedBefore };

  if (lines.length === 0) throw problem(422, 'nothing-ordered', 'There is nothing to order.');
  await limitPending(tx, userId, pendingMax, problem);
  const reserved = await reserveStock(tx, lines, problem);
  const total = totalOf(reserved, problem);
  assertExpected(total, expectedTotal, problem);
  const values = {
    ...{ id, userId, currency: total.currency, totalAmount: total.amount },
    shippingAddress: delivery.shippingAddress ?? null,
    note: delivery.note ?? null,
    number: orderNumber(),
    state: 'pending' as const,
    expiresAt: sql`now() + make_interval(mins => ${holdMinutes}::integer)`,
    createdAt: sql`now()`,
    updatedAt: sql`now()`,
  };
  const order = only(await tx.insert(orders).values(values).returning());
  await tx.insert(orderItems).values(
    reserved.map(({ productId, name, quantity, unitAmount }, line) => {
      return { orderId: id, line, productId, productName: name, quantity, unitAmount };
    }),
  );
  const event = { id: v7(), orderId: id, byUserId: userId, at: sql`now()` };
  await tx.insert(orderEvents).values({ ...event, to: 'pending', by: 'customer' });
  return { order };
}
