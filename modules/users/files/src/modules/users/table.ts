import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { v7 } from 'uuid';
import { roles } from './roles.ts';

const moment = { precision: 3, withTimezone: true } as const;

export const users = pgTable('users', {
  id: uuid().primaryKey().$defaultFn(v7),
  /** Always in lower case. */
  email: text().notNull().unique(),
  name: text().notNull(),
  role: text({ enum: roles }).notNull().default('member'),
  createdAt: timestamp('created_at', moment)
    .notNull()
    .$defaultFn(() => new Date()),
  updatedAt: timestamp('updated_at', moment)
    .notNull()
    .$onUpdateFn(() => new Date()),
});
