import { and, between, eq, inArray, sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { maxStock, products } from './product-table.ts';

interface Change {
  id: string;
  /** How many more; less than 0 for fewer. */
  change: number;
  /** Only of the product as it was then: from `If-Match`. */
  versions: readonly number[] | undefined;
}

/** Adds to the stock, in one statement with its condition in itself: no sale in between is lost. */
export async function changeStock({ db, problem }: FastifyInstance, asked: Change) {
  const { id, change, versions } = asked;
  const after = sql`${products.stock}::bigint + ${change}::integer`;
  const [changed] = await db
    .update(products)
    .set({
      stock: after,
      version: sql`${products.version} + 1`,
      updatedAt: sql`now()`,
    })
    .where(
      and(
        eq(products.id, id),
        between(after, 0, maxStock),
        versions === undefined ? undefined : inArray(products.version, versions),
      ),
    )
    .returning({ id: products.id, stock: products.stock, version: products.version })
    .catch(nothingOutOfRange);
  if (changed) return changed;

  const { stock, version } = products;
  const [product] = await db.select({ stock, version }).from(products).where(eq(products.id, id));
  if (!product) throw problem(404, 'not-found', 'There is no such product.');
  if (versions && !versions.includes(product.version))
    throw problem(412, 'changed-meanwhile', 'The product has changed since you read it.');
  throw change < 0
    ? problem(409, 'stock-too-low', `There are ${product.stock}: no more can go.`)
    : problem(409, 'stock-too-high', `There are ${product.stock}: so many more cannot be counted.`);
}

/** The entity may have a narrower range, which the database keeps. */
function nothingOutOfRange(error: unknown): [] {
  if (isOutOfRange(error)) return [];
  throw error;
}

const isOutOfRange = (error: unknown): boolean =>
  error instanceof Error &&
  ((error as { code?: string }).code === '23514' || isOutOfRange(error.cause));
