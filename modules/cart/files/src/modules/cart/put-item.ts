import { and, eq, ne, sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { CartLine } from '../../contracts/cart.ts';
import { maxLines } from './limits.ts';
import { products } from './product-table.ts';
import { cartItems } from './table.ts';

/** Sets the quantity of a product in a cart, and adds it if need be. */
export async function putItem(
  { db, problem }: FastifyInstance,
  userId: string,
  { productId, quantity }: CartLine,
) {
  const others = db
    .select({ n: sql`count(*)` })
    .from(cartItems)
    .where(and(eq(cartItems.userId, userId), ne(cartItems.productId, productId)));
  // One statement, so that a product which is deleted meanwhile is no error but absent.
  const row = db
    .select({
      userId: sql<string>`${userId}::uuid`.as('user_id'),
      productId: products.id,
      quantity: sql<number>`${quantity}::integer`.as('quantity'),
      addedAt: sql<Date>`now()`.as('added_at'),
    })
    .from(products)
    .where(and(eq(products.id, productId), sql`(${others}) < ${maxLines}`))
    .for('key share');
  const [saved] = await db
    .insert(cartItems)
    .select(row)
    .onConflictDoUpdate({ target: [cartItems.userId, cartItems.productId], set: { quantity } })
    .returning({ productId: cartItems.productId });
  if (saved) return;
  throw (await db.$count(products, eq(products.id, productId))) > 0
    ? problem(422, 'cart-full', `A cart holds at most ${maxLines} different products.`)
    : problem(404, 'unknown-product', 'There is no such product.');
}
