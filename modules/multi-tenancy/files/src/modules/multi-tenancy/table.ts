import { boolean, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { v7 } from 'uuid';
import { roles } from './roles.ts';

const moment = { precision: 3, withTimezone: true } as const;

export const tenants = pgTable('tenants', {
  id: uuid().primaryKey().$defaultFn(v7),
  slug: text().notNull().unique(),
  name: text().notNull(),
  /** Whether visitors may do in it what entities allow to anybody. */
  isPublic: boolean('is_public').notNull().default(false),
  createdAt: timestamp('created_at', moment)
    .notNull()
    .$defaultFn(() => new Date()),
  updatedAt: timestamp('updated_at', moment)
    .notNull()
    .$onUpdateFn(() => new Date()),
});

export const memberships = pgTable(
  'tenant_memberships',
  {
    tenantId: uuid('tenant_id').notNull(),
    userId: uuid('user_id').notNull(),
    role: text({ enum: roles }).notNull(),
    /** Null while the invitation is open. */
    acceptedAt: timestamp('accepted_at', moment),
    createdAt: timestamp('created_at', moment)
      .notNull()
      .$defaultFn(() => new Date()),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.userId] }),
    index('tenant_memberships_user_id_idx').on(table.userId, table.tenantId),
  ],
);
