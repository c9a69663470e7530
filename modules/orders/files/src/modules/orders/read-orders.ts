import { and, asc, desc, eq, inArray, lt, type SQL } from 'drizzle-orm';
import type { Database } from '../../contracts/database.ts';
import type { OrderState } from '../../contracts/orders.ts';
import { orderBody, orderDetails } from './order-body.ts';
import { orderEvents, orderItems, orders } from './table.ts';

export interface OrderQuery {
  limit: number;
  cursor?: string;
  state?: OrderState;
  number?: string;
}

/** An order with its history; null when there is none, or it is somebody else's. */
export async function readOrder(db: Database, id: string, ownerId?: string) {
  const [order] = await db
    .select()
    .from(orders)
    .where(and(eq(orders.id, id), ownedBy(ownerId)));
  if (!order) return null;
  const [items, events] = await Promise.all([
    itemsOf(db, [id]),
    db.select().from(orderEvents).where(eq(orderEvents.orderId, id)).orderBy(asc(orderEvents.id)),
  ]);
  return orderDetails(order, items, events);
}

/** A page of orders, newest first: their ids grow with time. */
export async function listOrders(db: Database, query: OrderQuery, ownerId?: string) {
  const { limit, cursor, state, number } = query;
  const rows = await db
    .select()
    .from(orders)
    .where(
      and(
        ownedBy(ownerId),
        cursor === undefined ? undefined : lt(orders.id, cursor),
        state === undefined ? undefined : eq(orders.state, state),
        number === undefined ? undefined : eq(orders.number, number.toUpperCase()),
      ),
    )
    .orderBy(desc(orders.id))
    // One more than asked for, which tells whether there is a next page.
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const items = Map.groupBy(
    await itemsOf(
      db,
      page.map(({ id }) => id),
    ),
    ({ orderId }) => orderId,
  );
  return {
    items: page.map((order) => orderBody(order, items.get(order.id) ?? [])),
    nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}

const ownedBy = (ownerId: string | undefined): SQL | undefined =>
  ownerId === undefined ? undefined : eq(orders.userId, ownerId);

const itemsOf = (db: Database, ids: string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .select()
        .from(orderItems)
        .where(inArray(orderItems.orderId, ids))
        .orderBy(asc(orderItems.orderId), asc(orderItems.line));
