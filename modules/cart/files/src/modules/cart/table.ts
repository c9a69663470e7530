import { integer, pgTable, primaryKey, timestamp, uuid } from 'drizzle-orm/pg-core';

/** A product that somebody has put aside. All rows of a user are their cart. */
export const cartItems = pgTable(
  'cart_items',
  {
    userId: uuid('user_id').notNull(),
    productId: uuid('product_id').notNull(),
    quantity: integer().notNull(),
    addedAt: timestamp('added_at', { precision: 3, withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.productId] })],
);
