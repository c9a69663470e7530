import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { passwordChangedMail } from './mails/password-changed-mail.ts';
import { resets } from './table.ts';

/** With each new password its owner hears of it, and a link that was offered before is good no more. */
export function tellOwner({ mailer, passwords }: FastifyInstance) {
  passwords.onChange(async ({ user, request }, tx) => {
    await tx.delete(resets).where(eq(resets.userId, user.id));
    const language = mailer.languageOf(request);
    await mailer.send(passwordChangedMail(mailer, { to: user.email, language }), tx);
  });
}
