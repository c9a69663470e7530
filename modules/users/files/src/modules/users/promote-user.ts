import type { Users } from '../../contracts/users.ts';

/** Makes an admin, the first one too: no route can do that. Resolves to what happened. */
export async function promoteUser(users: Users, email = '') {
  const user = await users.findByEmail(email);
  if (!user) return { done: false, message: `Nobody has the e-mail address “${email}”.` };
  await users.update(user.id, { role: 'admin' });
  return { done: true, message: `${user.email} is an admin now.` };
}
