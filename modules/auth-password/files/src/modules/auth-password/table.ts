import { integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = { precision: 3, withTimezone: true } as const;

export const credentials = pgTable('auth_credentials', {
  userId: uuid('user_id').primaryKey(),
  passwordHash: text('password_hash').notNull(),
  updatedAt: timestamp('updated_at', moment).notNull(),
});

/** Failed sign-ins in a row, of addresses that have an account and of those that have none. */
export const attempts = pgTable(
  'auth_attempts',
  {
    /** Hash of the e-mail address. */
    account: text().notNull(),
    /** Hash of the address and of the network that tried; empty for all of them together. */
    client: text().notNull(),
    failures: integer().notNull(),
    lastAt: timestamp('last_at', moment).notNull(),
    lockedUntil: timestamp('locked_until', moment),
  },
  (table) => [primaryKey({ columns: [table.account, table.client] })],
);
