import { bigint, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** The most that the column can hold. */
export const maxStock = 2_147_483_647;

/**
 * What orders read and write of the entity Product. Each column is named: drizzle remembers unnamed
 * ones by the table's name, and would mix these up with those of the entity.
 */
export const products = pgTable('products', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  priceAmount: bigint('price_amount', { mode: 'number' }).notNull(),
  priceCurrency: text('price_currency').notNull(),
  stock: integer('stock').notNull(),
  /** Counted up with the stock, so that ETags of products stay true. */
  version: integer('version').notNull(),
  updatedAt: timestamp('updated_at', { precision: 3, withTimezone: true }).notNull(),
});
