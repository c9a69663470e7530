import type { FastifyInstance } from 'fastify';
import { roleGrants } from '../../src/modules/rbac/table.ts';
import { signIn } from './sign-in.ts';

/** A new member who has this role and is signed in. */
export async function signInAs(app: FastifyInstance, role: string) {
  const person = await signIn(app);
  await app.db.insert(roleGrants).values({ userId: person.userId, role });
  return person;
}
