import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = { precision: 3, withTimezone: true } as const;

/** One sign-in on one device: the family of all refresh tokens that came from it. */
export const sessions = pgTable('auth_sessions', {
  id: uuid().primaryKey(),
  userId: uuid('user_id').notNull(),
  userAgent: text('user_agent'),
  createdAt: timestamp('created_at', moment).notNull(),
  lastUsedAt: timestamp('last_used_at', moment).notNull(),
  /** Moves on with each refresh, at most to `endsAt`. */
  expiresAt: timestamp('expires_at', moment).notNull(),
  endsAt: timestamp('ends_at', moment).notNull(),
});
export type Session = typeof sessions.$inferSelect;

/** Used tokens stay until they expire, so that their reuse is noticed. */
export const refreshTokens = pgTable('auth_refresh_tokens', {
  hash: text().primaryKey(),
  sessionId: uuid('session_id').notNull(),
  expiresAt: timestamp('expires_at', moment).notNull(),
  usedAt: timestamp('used_at', moment),
});
