import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = { precision: 3, withTimezone: true } as const;

/** One sign-in in one browser. */
export const sessions = pgTable('auth_cookie_sessions', {
  id: uuid().primaryKey(),
  tokenHash: text('token_hash').notNull(),
  userId: uuid('user_id').notNull(),
  userAgent: text('user_agent'),
  createdAt: timestamp('created_at', moment).notNull(),
  lastUsedAt: timestamp('last_used_at', moment).notNull(),
  /** Moves on with use, at most to `endsAt`. */
  expiresAt: timestamp('expires_at', moment).notNull(),
  endsAt: timestamp('ends_at', moment).notNull(),
});
export type Session = typeof sessions.$inferSelect;
