import { pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const roleGrants = pgTable(
  'role_grants',
  {
    userId: uuid('user_id').notNull(),
    /** A key of the policy; one that no longer stands there permits nothing. */
    role: text().notNull(),
    /** Null for the command line, and when that admin's account is gone. */
    grantedBy: uuid('granted_by'),
    grantedAt: timestamp('granted_at', { precision: 3, withTimezone: true })
      .notNull()
      .$defaultFn(() => new Date()),
  },
  (table) => [primaryKey({ columns: [table.userId, table.role] })],
);
export type RoleGrant = typeof roleGrants.$inferSelect;
