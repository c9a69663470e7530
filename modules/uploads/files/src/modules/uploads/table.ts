import { bigint, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { v7 } from 'uuid';
import { visibilities } from './visibilities.ts';

const moment = { precision: 3, withTimezone: true } as const;

/** Each object has a row before it exists and as long as it exists, so none is ever lost sight of. */
export const files = pgTable('files', {
  id: uuid().primaryKey().$defaultFn(v7),
  ownerId: uuid('owner_id'),
  name: text().notNull(),
  type: text().notNull(),
  size: bigint({ mode: 'number' }).notNull(),
  sha256: text().notNull().default(''),
  visibility: text({ enum: visibilities }).notNull(),
  state: text({ enum: ['uploading', 'ready', 'deleted'] }).notNull(),
  createdAt: timestamp('created_at', moment)
    .notNull()
    .$defaultFn(() => new Date()),
  updatedAt: timestamp('updated_at', moment)
    .notNull()
    .$onUpdateFn(() => new Date()),
});
