import type { Database } from './database.ts';

export interface CartLine {
  productId: string;
  quantity: number;
}

export interface Cart {
  /** What somebody has put aside, in the order of product ids. */
  lines(userId: string, db?: Database): Promise<CartLine[]>;
  /**
   * Takes these lines out of the cart, within the caller's transaction.
   * False, and nothing is taken, when it no longer holds each of them in just this quantity.
   */
  take(userId: string, lines: readonly CartLine[], db: Database): Promise<boolean>;
}

declare module 'fastify' {
  interface FastifyInstance {
    cart: Cart;
  }
}
