import type { FastifyInstance } from 'fastify';
import { grantStore } from './grant-store.ts';

type Server = Pick<FastifyInstance, 'db' | 'policy' | 'users'>;

/** Gives a role on the command line. Resolves to what happened. */
export async function grantRole({ db, policy, users }: Server, email = '', role = '') {
  const refused = (message: string) => ({ done: false, message });
  if (role === 'admin') return refused('Admins are made by npm run user:promote.');
  if (!Object.hasOwn(policy, role)) {
    const known = Object.keys(policy).join(', ') || 'none yet, see src/modules/rbac/policy.ts';
    return refused(`There is no role “${role}”. Roles: ${known}.`);
  }
  const user = await users.findByEmail(email);
  if (!user) return refused(`Nobody has the e-mail address “${email}”.`);
  await grantStore(db).grant(user.id, [role], null);
  return { done: true, message: `${user.email} has the role ${role} now.` };
}
