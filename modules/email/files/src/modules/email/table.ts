import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { v7 } from 'uuid';
import { languages } from './preferred-language.ts';

const moment = { precision: 3, withTimezone: true } as const;

/** Mails on their way, and for some days those that left or were given up. */
export const outgoingMails = pgTable('outgoing_mails', {
  /** Also the mail's Message-ID, the same at each attempt. */
  id: uuid().primaryKey().$defaultFn(v7),
  key: text().unique(),
  recipient: text().notNull(),
  subject: text().notNull(),
  /** Like `html` erased when the mail is sent or expires: it may hold links that open accounts. */
  text: text(),
  html: text(),
  language: text({ enum: languages }).notNull(),
  state: text({ enum: ['waiting', 'sending', 'sent', 'failed'] })
    .notNull()
    .default('waiting'),
  attempts: integer().notNull().default(0),
  /** The next attempt; of a mail that is being sent, when its process counts as dead. */
  dueAt: timestamp('due_at', moment).notNull().defaultNow(),
  /** Names the attempt: one that lost its lease changes nothing any more. */
  leaseId: uuid('lease_id'),
  lastError: text('last_error'),
  /** Sent before that or not at all. */
  expiresAt: timestamp('expires_at', moment),
  createdAt: timestamp('created_at', moment).notNull().defaultNow(),
  finishedAt: timestamp('finished_at', moment),
});

export type OutgoingMail = typeof outgoingMails.$inferSelect;
