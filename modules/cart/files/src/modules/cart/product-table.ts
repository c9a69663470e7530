import { bigint, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';

/**
 * What the cart reads of the entity Product. Each column is named: drizzle remembers unnamed ones by
 * the table's name, and would mix these up with those of the entity.
 */
export const products = pgTable('products', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  priceAmount: bigint('price_amount', { mode: 'number' }).notNull(),
  priceCurrency: text('price_currency').notNull(),
  stock: integer('stock').notNull(),
});
