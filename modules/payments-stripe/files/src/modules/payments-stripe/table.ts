import { bigint, integer, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { v7 } from 'uuid';

const moment = { precision: 3, withTimezone: true } as const;

/** What was asked of payers, and what became of it. */
export const stripePayments = pgTable('stripe_payments', {
  id: uuid().primaryKey().$defaultFn(v7),
  reference: text().notNull(),
  /** In minor units, like all our money. */
  amount: bigint({ mode: 'number' }).notNull(),
  currency: text().notNull(),
  /**
   * `creating`: Stripe is asked for a session. `processing`: the payer is done and the bank is not.
   * `flagged`: what was paid is not what was asked; a person has to look.
   */
  state: text({
    enum: ['creating', 'open', 'processing', 'paid', 'failed', 'expired', 'flagged'],
  })
    .notNull()
    .default('creating'),
  sessionId: text('session_id').unique(),
  /** Of an open session. */
  url: text(),
  paymentIntentId: text('payment_intent_id').unique(),
  refundedAmount: bigint('refunded_amount', { mode: 'number' }).notNull().default(0),
  expiresAt: timestamp('expires_at', moment).notNull(),
  /** When Stripe is asked what has become of a payment of which no event tells. */
  nextCheckAt: timestamp('next_check_at', moment).notNull(),
  createdAt: timestamp('created_at', moment).notNull(),
  updatedAt: timestamp('updated_at', moment).notNull(),
});
export type StripePayment = typeof stripePayments.$inferSelect;

/** Refunds that were asked of us: written before Stripe is asked, so that each is made once. */
export const stripeRefunds = pgTable(
  'stripe_refunds',
  {
    id: uuid().primaryKey().$defaultFn(v7),
    paymentId: uuid('payment_id').notNull(),
    amount: bigint({ mode: 'number' }).notNull(),
    /** Stripe's id of it, once it is made. */
    refundId: text('refund_id').unique(),
    /** Grows when Stripe's answer is a failure that it would repeat for the same key. */
    attempt: integer().notNull().default(1),
    createdAt: timestamp('created_at', moment).notNull(),
  },
  ({ paymentId, amount }) => [unique().on(paymentId, amount)],
);

/** Events that had their effect. */
export const stripeEvents = pgTable('stripe_events', {
  id: text().primaryKey(),
  type: text().notNull(),
  receivedAt: timestamp('received_at', moment).notNull(),
});
