import { and, eq, gte, sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../../contracts/database.ts';
import { inLockOrder, type OrderLine } from './order-lines.ts';
import { products } from './product-table.ts';

type Problem = FastifyInstance['problem'];

export interface ReservedLine extends OrderLine {
  name: string;
  unitAmount: number;
  currency: string;
}

/** No further than the column reaches: stock may have been set anew meanwhile. */
const stockMoves = (change: number) => ({
  stock: sql`least(${products.stock}::bigint + ${change}::integer, 2147483647)`,
  version: sql`${products.version} + 1`,
  updatedAt: sql`now()`,
});

/**
 * Takes the goods out of stock, or throws `sold-out` and the transaction takes nothing. Each UPDATE
 * has its condition in itself, so that of two buyers of the last piece one finds none; and everybody
 * locks products in the same order, so that nobody waits in a circle.
 */
export async function reserveStock(
  tx: Database,
  lines: readonly OrderLine[],
  problem: Problem,
): Promise<ReservedLine[]> {
  const reserved: ReservedLine[] = [];
  for (const line of inLockOrder(lines)) {
    const [product] = await tx
      .update(products)
      .set(stockMoves(-line.quantity))
      .where(and(eq(products.id, line.productId), gte(products.stock, line.quantity)))
      .returning({
        name: products.name,
        unitAmount: products.priceAmount,
        currency: products.priceCurrency,
      });
    if (!product) throw await shortage(tx, line, problem);
    reserved.push({ ...line, ...product });
  }
  return reserved;
}

/** Puts the goods back. What was deleted from the catalogue meanwhile goes nowhere. */
export async function returnStock(tx: Database, lines: readonly OrderLine[]) {
  for (const { productId, quantity } of inLockOrder(lines))
    await tx.update(products).set(stockMoves(quantity)).where(eq(products.id, productId));
}

async function shortage(tx: Database, { productId, quantity }: OrderLine, problem: Problem) {
  const [product] = await tx
    .select({ name: products.name, stock: products.stock })
    .from(products)
    .where(eq(products.id, productId));
  if (!product) return problem(422, 'unknown-product', `There is no product ${productId}.`);
  const { name, stock } = product;
  const left = stock === 0 ? 'is sold out' : `has ${stock} left, not ${quantity}`;
  return problem(409, 'sold-out', `“${name}” (${productId}) ${left}.`);
}
