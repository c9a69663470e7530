import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../../contracts/database.ts';
import type { OrderMove, Orders } from '../../contracts/orders.ts';
import { orderOfKey } from './claim-key.ts';
import { type Move, moveOrder } from './move-order.ts';
import { type NewOrder, type OrderLimits, placeOrder } from './place-order.ts';
import { orders } from './table.ts';

export interface OrderBook extends Orders {
  /** Resolves to the order's id; with a request key that was used before, to that order's. */
  place(order: NewOrder, beside?: (tx: Database) => Promise<void>): Promise<string>;
  move(move: Move, on?: Database): Promise<void>;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** What the parts of this module share. */
    orderBook: OrderBook;
  }
}

/** Places and moves orders, each in one transaction with whoever listens. */
export function orderBook({ db, problem }: FastifyInstance, limits: OrderLimits): OrderBook {
  const listeners: ((move: OrderMove, db: Database) => Promise<void>)[] = [];
  const tell = async (move: OrderMove, tx: Database) => {
    for (const listener of listeners) await listener(move, tx);
  };

  return {
    findById: async (id, on = db) =>
      (await on.select().from(orders).where(eq(orders.id, id)))[0] ?? null,
    onMove: (listener) => void listeners.push(listener),
    async place(order, beside) {
      const { request, userId } = order;
      // Repeated requests come in bursts: most need no transaction, and no place in its queue.
      const before = request && (await orderOfKey(db, request, userId, problem));
      if (before !== undefined) return before;
      return db.transaction(async (tx) => {
        const placed = await placeOrder(tx, order, limits, problem);
        if ('placedBefore' in placed) return placed.placedBefore;
        await beside?.(tx);
        await tell({ order: placed.order, from: null, by: 'customer' }, tx);
        return placed.order.id;
      });
    },
    move: (move, on = db) =>
      on.transaction(async (tx) => {
        const moved = await moveOrder(tx, move, problem);
        await tell({ ...moved, by: move.by }, tx);
      }),
  };
}
