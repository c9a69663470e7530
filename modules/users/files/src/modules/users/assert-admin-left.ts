import { asc, eq } from 'drizzle-orm';
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
  const admins = await tx
    .select({ id: users.id })
    .from(users)
    .where(eq(users.role, 'admin'))
    .orderBy(asc(users.id))
    .for('no key update');
  if (admins.length === 1 && admins[0]?.id === id.toLowerCase())
    throw problem(409, 'last-admin', 'The only admin must make somebody else an admin first.');
}
