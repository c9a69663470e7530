import type { Database } from '../../contracts/database.ts';
import type { Mail, MailLanguage } from '../../contracts/mailer.ts';
import { checkMail } from './check-mail.ts';
import { htmlOf } from './html-of.ts';
import { outgoingMails } from './table.ts';

/** Puts a mail into the outbox, unless one with its key was there before. */
export async function sendMail(
  db: Database,
  mail: Mail & { language: MailLanguage },
  sender: string,
): Promise<void> {
  checkMail(mail);
  const { to, subject, text, language, key = null, expiresAt = null } = mail;
  const { html = htmlOf(mail, sender) } = mail;
  await db
    .insert(outgoingMails)
    .values({ recipient: to, subject, text, html, language, key, expiresAt })
    .onConflictDoNothing();
}
