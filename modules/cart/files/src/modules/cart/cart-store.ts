import { and, eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { CartLine } from '../../contracts/cart.ts';
import { cartBody } from './cart-body.ts';
import { pricedLines } from './priced-lines.ts';
import { putItem } from './put-item.ts';
import { cartItems } from './table.ts';
import { linesOf, takeLines } from './take-lines.ts';

export type CartStore = ReturnType<typeof cartStore>;

export function cartStore(app: FastifyInstance) {
  const { db } = app;
  const priced = pricedLines(db).prepare('cart_priced');

  return {
    read: async (userId: string) => cartBody(await priced.execute({ userId })),
    put: (userId: string, line: CartLine) => putItem(app, userId, line),
    async remove(userId: string, productId: string) {
      const isIt = and(eq(cartItems.userId, userId), eq(cartItems.productId, productId));
      await db.delete(cartItems).where(isIt);
    },
    empty: (userId: string) =>
      db.transaction(async (tx) => {
        await takeLines(tx, userId, await linesOf(tx, userId).for('update'));
      }),
  };
}
