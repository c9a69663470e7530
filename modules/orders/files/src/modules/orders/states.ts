import type { OrderActor, OrderState } from '../../contracts/orders.ts';

export const states = [
  'pending',
  'paid',
  'shipped',
  'delivered',
  'cancelled',
  'refunded',
] as const satisfies OrderState[];

interface Transition {
  by: readonly OrderActor[];
  /** What becomes of the goods that the order holds. */
  stock?: 'reserve' | 'return';
}

/** From each state: where an order can go, and who may send it there. Everything else is refused. */
export const transitions: Record<OrderState, Partial<Record<OrderState, Transition>>> = {
  pending: {
    paid: { by: ['admin', 'payment'] },
    cancelled: { by: ['customer', 'admin', 'clock'], stock: 'return' },
  },
  paid: {
    shipped: { by: ['admin'] },
    refunded: { by: ['admin', 'payment'], stock: 'return' },
  },
  // What has left the house is not in stock again until somebody has counted it.
  shipped: {
    delivered: { by: ['admin'] },
    refunded: { by: ['admin', 'payment'] },
  },
  delivered: {
    refunded: { by: ['admin', 'payment'] },
  },
  // The money came after the reservation had run out.
  cancelled: {
    paid: { by: ['payment'], stock: 'reserve' },
    refunded: { by: ['payment'] },
  },
  refunded: {},
};
