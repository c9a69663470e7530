import { and, asc, eq, inArray } from 'drizzle-orm';
import type { CartLine } from '../../contracts/cart.ts';
import type { Database } from '../../contracts/database.ts';
import { cartItems } from './table.ts';

export const linesOf = (db: Database, userId: string) =>
  db
    .select({ productId: cartItems.productId, quantity: cartItems.quantity })
    .from(cartItems)
    .where(eq(cartItems.userId, userId))
    .orderBy(asc(cartItems.productId));

/** Removes just these lines; false when they are not all there as they are named. */
export async function takeLines(tx: Database, userId: string, lines: readonly CartLine[]) {
  const wanted = new Map(lines.map(({ productId, quantity }) => [productId, quantity]));
  // Locked one after the other in a fixed order, so that two who take the same cart never wait
  // for each other in a circle.
  const held = await linesOf(tx, userId).for('update');
  const found = held.filter(({ productId, quantity }) => wanted.get(productId) === quantity);
  if (found.length < wanted.size) return false;
  const isTaken = inArray(cartItems.productId, [...wanted.keys()]);
  await tx.delete(cartItems).where(and(eq(cartItems.userId, userId), isTaken));
  return true;
}
