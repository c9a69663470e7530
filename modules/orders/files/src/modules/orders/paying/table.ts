import { bigint, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = { precision: 3, withTimezone: true } as const;

/** Money that is owed back: written with the move that owes it, so that no crash forgets it. */
export const orderRefunds = pgTable('order_refunds', {
  paymentId: text('payment_id').primaryKey(),
  orderId: uuid('order_id').notNull(),
  amount: bigint({ mode: 'number' }).notNull(),
  tries: integer().notNull().default(0),
  nextTryAt: timestamp('next_try_at', moment).notNull(),
  doneAt: timestamp('done_at', moment),
});
