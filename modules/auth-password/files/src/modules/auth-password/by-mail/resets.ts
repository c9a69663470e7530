import { and, eq, gt, lt } from 'drizzle-orm';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { MailLanguage } from '../../../contracts/mailer.ts';
import { hashMailToken, newMailToken } from './mail-token.ts';
import { resetMail } from './mails/reset-mail.ts';
import { resets } from './table.ts';

const minute = 60_000;

/** Writes to the owner of an account, once a minute at most. */
export async function offerReset(
  { db, users, mailer }: FastifyInstance,
  email: string,
  language: MailLanguage,
) {
  const user = await users.findByEmail(email);
  if (!user) return;
  const token = newMailToken();
  const now = new Date();
  const expiresAt = new Date(now.getTime() + 60 * minute);
  const fresh = { tokenHash: hashMailToken(token), createdAt: now, expiresAt };
  const isOldEnough = lt(resets.createdAt, new Date(now.getTime() - minute));
  await db.transaction(async (tx) => {
    const [stored] = await tx
      .insert(resets)
      .values({ userId: user.id, ...fresh })
      .onConflictDoUpdate({ target: resets.userId, set: fresh, setWhere: isOldEnough })
      .returning();
    const mail = { ...resetMail(mailer, { to: user.email, language }, token), expiresAt };
    if (stored) await mailer.send(mail, tx);
  });
}

interface Choice {
  token: string;
  password: string;
}

/** Sets the new password. The token stays good when the password is refused, and not after that. */
export async function useReset(
  app: FastifyInstance,
  { token, password }: Choice,
  request: FastifyRequest,
): Promise<void> {
  const invalid = () => app.problem(400, 'invalid-token', 'This link is used up or too old.');
  const current = and(eq(resets.tokenHash, hashMailToken(token)), gt(resets.expiresAt, new Date()));
  const [offered] = await app.db.select().from(resets).where(current);
  const user = offered && (await app.users.findById(offered.userId));
  if (!user) throw invalid();
  app.passwords.assertStrong(password, user.email);
  const passwordHash = await app.passwords.hash(password);
  await app.passwords.change({ user, request }, async (tx) => {
    // Of two that come at once, one finds the token gone.
    const [used] = await tx.delete(resets).where(current).returning();
    if (!used) throw invalid();
    await app.passwords.save(user.id, passwordHash, tx);
  });
}
