import { and, asc, eq, ne } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../../contracts/database.ts';
import { users } from './table.ts';

/**
 * Throws when this user is the only admin. The lock on all admins lasts until the transaction
 * ends, so that of two who remove each other at once the second finds itself alone.
 */
export async function assertAdminLeft(
  tx: Database,
  id: string,
  problem: FastifyInstance['problem'],
) {
  if (await staysMember(tx, id)) return;
  const admins = await tx
    .select({ id: users.id })
    .from(users)
    .where(eq(users.role, 'admin'))
    .orderBy(asc(users.id))
    .for('no key update');
  if (admins.length === 1 && admins[0]?.id === id.toLowerCase())
    throw problem(409, 'last-admin', 'The only admin must make somebody else an admin first.');
}

/** Members go without a look at the admins; the lock keeps them from becoming one meanwhile. */
async function staysMember(tx: Database, id: string): Promise<boolean> {
  const member = and(eq(users.id, id), ne(users.role, 'admin'));
  return (await tx.select().from(users).where(member).for('no key update')).length > 0;
}
