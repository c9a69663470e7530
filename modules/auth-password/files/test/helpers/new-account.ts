import type { FastifyInstance } from 'fastify';

export const goodPassword = 'wooden spoon under moon';

/** Somebody who can sign in with this password. */
export async function newAccount(
  app: FastifyInstance,
  email = 'jane@example.com',
  password = goodPassword,
) {
  const user = await app.users.create({ email, name: 'Jane' });
  await app.passwords.save(user.id, await app.passwords.hash(password));
  return user;
}
