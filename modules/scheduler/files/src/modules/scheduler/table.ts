import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const schedules = pgTable('scheduler_schedules', {
  name: text().primaryKey(),
  cron: text().notNull(),
  timeZone: text('time_zone').notNull(),
  /** The last occurrence that was enqueued, or when the schedule was made or changed. */
  lastAt: timestamp('last_at', { precision: 3, withTimezone: true }).notNull(),
});
