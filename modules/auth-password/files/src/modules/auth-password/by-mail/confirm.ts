import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../../../contracts/database.ts';
import { forgetAttempts } from '../attempts.ts';
import { hashMailToken } from './mail-token.ts';
import { registrations } from './table.ts';

/**
 * Makes an account of a registration. The link shows that the address is theirs, the password that
 * they are the one who signed up: a stranger's link makes no account with a stranger's password.
 */
export async function confirm(app: FastifyInstance, token: string, password: string) {
  const tokenHash = hashMailToken(token);
  const current = and(
    eq(registrations.tokenHash, tokenHash),
    gt(registrations.expiresAt, new Date()),
  );
  const [asked] = await app.db.select().from(registrations).where(current);
  if (!asked) throw invalidToken(app);
  if (!(await app.passwords.verify(asked.passwordHash, password)))
    throw app.problem(400, 'wrong-password', 'This is not the password that was signed up with.');
  await app.db.transaction(async (tx) => {
    const used = await takeRegistrations(tx, asked.email);
    if (!used.includes(tokenHash)) throw invalidToken(app);
    const user = await app.users.create({ email: asked.email, name: asked.name }, tx);
    await app.passwords.save(user.id, asked.passwordHash, tx);
    await forgetAttempts(tx, asked.email);
  });
}

/** All links of an address end with the first that is used. Gives their hashes. */
async function takeRegistrations(tx: Database, email: string): Promise<string[]> {
  // In one order, before anything else: of two that are followed at once, the second finds nothing.
  const waiting = await tx
    .select({ tokenHash: registrations.tokenHash })
    .from(registrations)
    .where(eq(registrations.email, email))
    .orderBy(asc(registrations.tokenHash))
    .for('update');
  const taken = waiting.map(({ tokenHash }) => tokenHash);
  await tx.delete(registrations).where(inArray(registrations.tokenHash, taken));
  return taken;
}

const invalidToken = (app: FastifyInstance) =>
  app.problem(400, 'invalid-token', 'This link is used up or too old.');
