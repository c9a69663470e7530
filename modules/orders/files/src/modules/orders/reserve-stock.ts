import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../../contracts/database.ts';
import { inLockOrder, type OrderLine } from './order-lines.ts';
import { maxStock, products } from './product-table.ts';

type Problem = FastifyInstance['problem'];

export interface ReservedLine extends OrderLine {
  name: string;
  unitAmount: number;
  currency: string;
}

/**
 * Takes the goods out of stock, or throws `sold-out` and the transaction takes nothing. What is
 * counted is locked before, so that of two buyers of the last piece one finds none.
 */
export async function reserveStock(
  tx: Database,
  lines: readonly OrderLine[],
  problem: Problem,
): Promise<ReservedLine[]> {
  const wanted = inLockOrder(lines);
  const held = new Map((await lockProducts(tx, wanted)).map((product) => [product.id, product]));
  const reserved = wanted.map((line) => {
    const product = held.get(line.productId);
    if (!product || product.stock < line.quantity) throw shortage(line, product, problem);
    const { name, unitAmount, currency } = product;
    return { ...line, name, unitAmount, currency };
  });
  await moveStock(tx, wanted, -1);
  return reserved;
}

/** Puts the goods back. What was deleted from the catalogue meanwhile goes nowhere. */
export async function returnStock(tx: Database, lines: readonly OrderLine[]) {
  const goods = inLockOrder(lines);
  await lockProducts(tx, goods);
  await moveStock(tx, goods, 1);
}

/** Everybody locks products in the same order, so that nobody waits in a circle. */
const lockProducts = (tx: Database, lines: readonly OrderLine[]) =>
  tx
    .select({
      id: products.id,
      name: products.name,
      unitAmount: products.priceAmount,
      currency: products.priceCurrency,
      stock: products.stock,
    })
    .from(products)
    .where(
      inArray(
        products.id,
        lines.map(({ productId }) => productId),
      ),
    )
    .orderBy(asc(products.id))
    .for('no key update');

/** No further than the column reaches: stock may have been set anew meanwhile. */
async function moveStock(tx: Database, lines: readonly OrderLine[], sign: 1 | -1) {
  const moves = lines.map(({ productId, quantity }) => {
    return { product_id: productId, change: sign * quantity };
  });
  await tx
    .update(products)
    .set({
      stock: sql`least(${products.stock}::bigint + moves.change, ${maxStock}::integer)`,
      version: sql`${products.version} + 1`,
      updatedAt: sql`now()`,
    })
    .from(
      sql`json_to_recordset(${JSON.stringify(moves)}::json) as moves (product_id uuid, change integer)`,
    )
    .where(eq(products.id, sql`moves.product_id`));
}

function shortage(
  { productId, quantity }: OrderLine,
  product: { name: string; stock: number } | undefined,
  problem: Problem,
) {
  if (!product) return problem(422, 'unknown-product', `There is no product ${productId}.`);
  const { name, stock } = product;
  const left = stock === 0 ? 'is sold out' : `has ${stock} left, not ${quantity}`;
  return problem(409, 'sold-out', `“${name}” (${productId}) ${left}.`);
}
