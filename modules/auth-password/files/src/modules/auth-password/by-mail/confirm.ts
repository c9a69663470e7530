import { and, eq, gt } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { hashMailToken } from './mail-token.ts';
import { registrations } from './table.ts';

/**
 * Makes an account of a registration. Nobody is signed in by it: the password tells whether
 * the one who followed the link is the one who signed up.
 */
export const confirm = (app: FastifyInstance, token: string) =>
  app.db.transaction(async (tx) => {
    const current = and(
      eq(registrations.tokenHash, hashMailToken(token)),
      gt(registrations.expiresAt, new Date()),
    );
    const [found] = await tx.delete(registrations).where(current).returning();
    if (!found) throw app.problem(400, 'invalid-token', 'This link is used up or too old.');
    const user = await app.users.create({ email: found.email, name: found.name }, tx);
    await app.passwords.save(user.id, found.passwordHash, tx);
    await tx.delete(registrations).where(eq(registrations.email, found.email));
  });
