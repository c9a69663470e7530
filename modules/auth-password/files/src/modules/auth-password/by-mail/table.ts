import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = { precision: 3, withTimezone: true } as const;
const times = {
  createdAt: timestamp('created_at', moment).notNull(),
  expiresAt: timestamp('expires_at', moment).notNull(),
};

/** Accounts to be, until somebody follows the link. Several may wait for one address. */
export const registrations = pgTable('auth_registrations', {
  tokenHash: text('token_hash').primaryKey(),
  email: text().notNull(),
  name: text().notNull(),
  passwordHash: text('password_hash').notNull(),
  ...times,
});

/** At most one per user: a newer one replaces it. */
export const resets = pgTable('auth_resets', {
  userId: uuid('user_id').primaryKey(),
  tokenHash: text('token_hash').notNull().unique(),
  ...times,
});
