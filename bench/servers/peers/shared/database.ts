import { desc, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { bigint, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { v7 } from 'uuid';
import { poolLimits, settings } from './settings.ts';

export const pool = new pg.Pool({
  connectionString: settings.databaseUrl,
  max: 10,
  ...poolLimits,
});
const db = drizzle(pool);

const moment = { precision: 3, withTimezone: true } as const;
const products = pgTable('products', {
  id: uuid().primaryKey(),
  version: integer().notNull().default(1),
  name: text().notNull(),
  description: text(),
  priceAmount: bigint('price_amount', { mode: 'number' }).notNull(),
  priceCurrency: text('price_currency').notNull(),
  stock: integer().notNull().default(0),
  categoryId: uuid('category_id'),
  brandId: uuid('brand_id'),
  createdAt: timestamp('created_at', moment).notNull().defaultNow(),
  updatedAt: timestamp('updated_at', moment).notNull().defaultNow(),
});
export type Product = typeof products.$inferSelect;

export interface NewProduct {
  name: string;
  description?: string | null;
  priceAmount: number;
  priceCurrency: string;
  stock?: number;
  categoryId?: string | null;
  brandId?: string | null;
}

const newest = db
  .select()
  .from(products)
  .orderBy(desc(products.createdAt), desc(products.id))
  .limit(sql.placeholder('limit'))
  .prepare('newest');

const insert = db
  .insert(products)
  .values({
    id: sql.placeholder('id'),
    name: sql.placeholder('name'),
    description: sql.placeholder('description'),
    priceAmount: sql.placeholder('priceAmount'),
    priceCurrency: sql.placeholder('priceCurrency'),
    stock: sql.placeholder('stock'),
    categoryId: sql.placeholder('categoryId'),
    brandId: sql.placeholder('brandId'),
  })
  .returning()
  .prepare('insert_product');

/** One row more than asked for tells whether there is a next page. */
export async function listProducts(limit: number) {
  const rows = await newest.execute({ limit: limit + 1 });
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  const position = last && JSON.stringify(['-createdAt', last.createdAt, last.id]);
  return { items, nextCursor: position ? Buffer.from(position).toString('base64url') : null };
}

const noValues = { description: null, stock: 0, categoryId: null, brandId: null };

export async function createProduct(values: NewProduct): Promise<Product> {
  const [product] = await insert.execute({ id: v7(), ...noValues, ...values });
  if (!product) throw new Error('The statement returned no row.');
  return product;
}
