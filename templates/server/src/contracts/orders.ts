import type { Database } from './database.ts';

export type OrderState = 'pending' | 'paid' | 'shipped' | 'delivered' | 'cancelled' | 'refunded';

/**
 * Who moves an order: `clock` when its reservation runs out, `payment` when a provider takes money
 * or gives it back.
 */
export type OrderActor = 'customer' | 'admin' | 'clock' | 'payment';

export interface Order {
  id: string;
  /** For people: `7Q4KX-2MPA9`. */
  number: string;
  /** Null once the account is deleted. */
  userId: string | null;
  state: OrderState;
  /** In minor units of the currency. */
  totalAmount: number;
  /** ISO 4217. */
  currency: string;
  /** Null unless a provider took the payment. */
  paymentId: string | null;
  createdAt: Date;
}

export interface OrderMove {
  /** As it is after the move. */
  order: Order;
  /** Null when it was just placed. */
  from: OrderState | null;
  by: OrderActor;
}

export interface Orders {
  findById(id: string, db?: Database): Promise<Order | null>;
  /**
   * Calls back when an order is placed or changes its state, inside that transaction: what the
   * listener throws undoes the move. Slow work belongs after it, for example into a job.
   */
  onMove(listener: (move: OrderMove, db: Database) => Promise<void>): void;
}

declare module 'fastify' {
  interface FastifyInstance {
    orders: Orders;
  }
}
