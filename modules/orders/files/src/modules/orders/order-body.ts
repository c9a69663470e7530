import type { OrderEvent, OrderItem, OrderRow } from './table.ts';

/** An order as its customer and admins may see it. */
export const orderBody = (
  { createdAt, updatedAt, expiresAt, ...order }: OrderRow,
  items: readonly OrderItem[],
) => ({
  ...order,
  items: items.map(({ productId, productName, quantity, unitAmount }) => ({
    ...{ productId, productName, quantity, unitAmount },
    amount: unitAmount * quantity,
  })),
  expiresAt: expiresAt?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});

export const orderDetails = (
  order: OrderRow,
  items: readonly OrderItem[],
  events: readonly OrderEvent[],
) => ({
  ...orderBody(order, items),
  history: events.map(({ from, to, by, at }) => ({ from, to, by, at: at.toISOString() })),
});
