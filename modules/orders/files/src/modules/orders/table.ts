import { bigint, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { OrderState } from '../../contracts/orders.ts';
import { actors, states } from './states.ts';

const moment = { precision: 3, withTimezone: true } as const;
const amount = { mode: 'number' } as const;

export const orders = pgTable('orders', {
  id: uuid().primaryKey(),
  number: text().notNull(),
  userId: uuid('user_id'),
  state: text({ enum: states }).notNull(),
  currency: text().notNull(),
  totalAmount: bigint('total_amount', amount).notNull(),
  shippingAddress: text('shipping_address'),
  note: text(),
  /** What a provider calls the payment; null where the money came another way. */
  paymentId: text('payment_id'),
  /** When the reservation ends; only while pending. */
  expiresAt: timestamp('expires_at', moment),
  version: integer().notNull().default(1),
  createdAt: timestamp('created_at', moment).notNull(),
  updatedAt: timestamp('updated_at', moment).notNull(),
});
export type OrderRow = typeof orders.$inferSelect;

/** What was ordered, with name and price as they were then. */
export const orderItems = pgTable(
  'order_items',
  {
    orderId: uuid('order_id').notNull(),
    line: integer().notNull(),
    /** Null once the product is deleted. */
    productId: uuid('product_id'),
    productName: text('product_name').notNull(),
    quantity: integer().notNull(),
    unitAmount: bigint('unit_amount', amount).notNull(),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.line] })],
);
export type OrderItem = typeof orderItems.$inferSelect;

export const orderEvents = pgTable('order_events', {
  id: uuid().primaryKey(),
  orderId: uuid('order_id').notNull(),
  from: text('from_state').$type<OrderState>(),
  to: text('to_state').$type<OrderState>().notNull(),
  by: text({ enum: actors }).notNull(),
  byUserId: uuid('by_user_id'),
  at: timestamp(moment).notNull(),
});
export type OrderEvent = typeof orderEvents.$inferSelect;

/** Which order an Idempotency-Key of a user has made. */
export const orderRequests = pgTable(
  'order_requests',
  {
    userId: uuid('user_id').notNull(),
    key: text().notNull(),
    fingerprint: text().notNull(),
    orderId: uuid('order_id').notNull(),
    createdAt: timestamp('created_at', moment).notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.key] })],
);
