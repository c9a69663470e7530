import type { FastifyInstance } from 'fastify';
import { type OutgoingMail, outgoingMails } from '../../src/modules/email/table.ts';

/** Takes the mails that were written so far out of the outbox, oldest first. */
export async function takeMails({ db }: FastifyInstance) {
  const mails = await db.delete(outgoingMails).returning();
  return mails.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(asMail);
}

const asMail = ({ recipient, subject, text, html, language, expiresAt }: OutgoingMail) => ({
  to: recipient,
  subject,
  text: text ?? '',
  html: html ?? '',
  language,
  expiresAt,
});
