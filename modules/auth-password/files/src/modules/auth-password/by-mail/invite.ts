import { and, count, eq, gt, inArray, lt } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { MailLanguage } from '../../../contracts/mailer.ts';
import { hashMailToken, newMailToken } from './mail-token.ts';
import { accountExistsMail } from './mails/account-exists-mail.ts';
import { verificationMail } from './mails/verification-mail.ts';
import { registrations } from './table.ts';

export interface NewAccount {
  email: string;
  name: string;
  passwordHash: string;
  language: MailLanguage;
}

const hour = 3_600_000;
const mailsPerHour = 5;
const batch = 100;

/** Writes to an address that somebody signed up with, a few times an hour at most. */
export async function invite(
  { db, users, mailer }: FastifyInstance,
  { language, ...account }: NewAccount,
) {
  const now = new Date();
  await deleteExpired(db, now);
  const recent = and(
    eq(registrations.email, account.email),
    gt(registrations.createdAt, new Date(now.getTime() - hour)),
  );
  const [sent] = await db.select({ mails: count() }).from(registrations).where(recent);
  if (sent && sent.mails >= mailsPerHour) return;

  const token = newMailToken();
  const expiresAt = new Date(now.getTime() + 24 * hour);
  const registration = { ...account, createdAt: now, expiresAt, tokenHash: hashMailToken(token) };
  const taken = await users.findByEmail(account.email);
  const recipient = { to: account.email, language };
  await db.transaction(async (tx) => {
    await tx.insert(registrations).values(registration);
    const mail = taken
      ? accountExistsMail(mailer, recipient)
      : { ...verificationMail(mailer, recipient, token), expiresAt };
    await mailer.send(mail, tx);
  });
}

/**
 * Writes again to an address whose owner lost the mail. Where the address was signed up with twice,
 * nobody knows whose password the owner asks for: they sign up again.
 */
export async function inviteAgain(app: FastifyInstance, email: string, language: MailLanguage) {
  const waiting = and(eq(registrations.email, email), gt(registrations.expiresAt, new Date()));
  const [one, other] = await app.db
    .selectDistinct({ name: registrations.name, passwordHash: registrations.passwordHash })
    .from(registrations)
    .where(waiting)
    .limit(2);
  if (!one || other) return;
  const { name, passwordHash } = one;
  await invite(app, { email, name, passwordHash, language });
}

/** A few at a time, so that no timer is needed. */
async function deleteExpired(db: FastifyInstance['db'], now: Date) {
  const old = db
    .select({ tokenHash: registrations.tokenHash })
    .from(registrations)
    .where(lt(registrations.expiresAt, now))
    .limit(batch)
    .for('update', { skipLocked: true });
  await db.delete(registrations).where(inArray(registrations.tokenHash, old));
}
