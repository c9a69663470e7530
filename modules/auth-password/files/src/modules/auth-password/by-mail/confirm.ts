import { and, eq, gt } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { hashMailToken } from './mail-token.ts';
import { registrations } from './table.ts';

/**
 * Makes an account of a registration. The link shows that the address is theirs, the password that
 * they are the one who signed up: a stranger's link makes no account with a stranger's password.
 */
export async function confirm(app: FastifyInstance, token: string, password: string) {
  const current = and(
    eq(registrations.tokenHash, hashMailToken(token)),
    gt(registrations.expiresAt, new Date()),
  );
  const [asked] = await app.db.select().from(registrations).where(current);
  if (!asked) throw invalidToken(app);
  if (!(await app.passwords.verify(asked.passwordHash, password)))
    throw app.problem(400, 'wrong-password', 'This is not the password that was signed up with.');
  await app.db.transaction(async (tx) => {
    const [found] = await tx.delete(registrations).where(current).returning();
    if (!found) throw invalidToken(app);
    const user = await app.users.create({ email: found.email, name: found.name }, tx);
    await app.passwords.save(user.id, found.passwordHash, tx);
    await tx.delete(registrations).where(eq(registrations.email, found.email));
  });
}

const invalidToken = (app: FastifyInstance) =>
  app.problem(400, 'invalid-token', 'This link is used up or too old.');
