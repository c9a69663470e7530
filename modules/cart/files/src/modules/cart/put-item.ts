import { and, eq, ne, sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { CartLine } from '../../contracts/cart.ts';
import type { Database } from '../../contracts/database.ts';
import { cartBody, isCountable } from './cart-body.ts';
import { maxLines } from './limits.ts';
import { pricedLines } from './priced-lines.ts';
import { products } from './product-table.ts';
import type { CartBody } from './schemas.ts';
import { cartItems } from './table.ts';

type Problem = FastifyInstance['problem'];

/** Sets the quantity of a product in a cart, and adds it if need be. Resolves to the cart. */
export const putItem = ({ db, problem }: FastifyInstance, userId: string, line: CartLine) =>
  db.transaction(async (tx): Promise<CartBody> => {
    await lockOwner(tx, userId, problem);
    if (!(await save(tx, userId, line))) throw await refusal(tx, line, problem);
    const cart = cartBody(await pricedLines(tx).execute({ userId }));
    if (isCountable(cart)) return cart;
    throw problem(422, 'total-too-large', 'The cart is worth more than can be counted.');
  });

/** One after the other, so that several changes at once do not pass a limit together. */
async function lockOwner(tx: Database, userId: string, problem: Problem) {
  const [account] = await tx
    .select({ id: sql`id` })
    .from(sql`users`)
    .where(sql`id = ${userId}`)
    .for('no key update');
  if (!account) throw problem(401, 'unauthenticated', 'The account no longer exists.');
}

/** False when there is no such product, or no place for it. */
async function save(tx: Database, userId: string, { productId, quantity }: CartLine) {
  const others = tx
    .select({ n: sql`count(*)` })
    .from(cartItems)
    .where(and(eq(cartItems.userId, userId), ne(cartItems.productId, productId)));
  // One statement, so that a product which is deleted meanwhile is no error but absent.
  const row = tx
    .select({
      userId: sql<string>`${userId}::uuid`.as('user_id'),
      productId: products.id,
      quantity: sql<number>`${quantity}::integer`.as('quantity'),
      addedAt: sql<Date>`now()`.as('added_at'),
    })
    .from(products)
    .where(and(eq(products.id, productId), sql`(${others}) < ${maxLines}`))
    .for('key share');
  const saved = await tx
    .insert(cartItems)
    .select(row)
    .onConflictDoUpdate({ target: [cartItems.userId, cartItems.productId], set: { quantity } })
    .returning({ productId: cartItems.productId });
  return saved.length > 0;
}

const refusal = async (tx: Database, { productId }: CartLine, problem: Problem) =>
  (await tx.$count(products, eq(products.id, productId))) > 0
    ? problem(422, 'cart-full', `A cart holds at most ${maxLines} different products.`)
    : problem(404, 'unknown-product', 'There is no such product.');
