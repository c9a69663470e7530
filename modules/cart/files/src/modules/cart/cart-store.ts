import { and, asc, eq, sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { CartLine } from '../../contracts/cart.ts';
import { products } from './product-table.ts';
import { putItem } from './put-item.ts';
import { cartItems } from './table.ts';
import { linesOf, takeLines } from './take-lines.ts';

export type CartStore = ReturnType<typeof cartStore>;

export function cartStore(app: FastifyInstance) {
  const { db } = app;
  const priced = db
    .select({
      productId: cartItems.productId,
      quantity: cartItems.quantity,
      name: products.name,
      unitAmount: products.priceAmount,
      currency: products.priceCurrency,
      inStock: products.stock,
    })
    .from(cartItems)
    .innerJoin(products, eq(products.id, cartItems.productId))
    .where(eq(cartItems.userId, sql.placeholder('userId')))
    .orderBy(asc(cartItems.addedAt), asc(cartItems.productId))
    .prepare('cart_priced');

  return {
    priced: (userId: string) => priced.execute({ userId }),
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
