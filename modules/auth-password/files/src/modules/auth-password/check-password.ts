import type { FastifyInstance, FastifyReply } from 'fastify';
import type { User } from '../../contracts/users.ts';
import type { Attempts } from './attempts.ts';

/** Stands in for the id of an unknown user, so that known ones cost no query more. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** The user whose password this is; 401 when it is not, 429 when there were too many attempts. */
export async function checkPassword(
  app: FastifyInstance,
  attempts: Attempts,
  reply: FastifyReply,
  { email, password }: { email: string; password: string },
): Promise<User> {
  const wait = await attempts.begin(email);
  if (wait > 0) {
    reply.header('retry-after', wait);
    throw app.problem(429, 'too-many-attempts', `Too many attempts. Wait ${wait} seconds.`);
  }
  const user = await app.users.findByEmail(email);
  const passwordHash = await app.passwords.find(user?.id ?? nobody);
  const matches = await app.passwords.verify(passwordHash, password);
  if (!user || !passwordHash || !matches)
    throw app.problem(401, 'invalid-credentials', 'The e-mail address or the password is wrong.');
  await attempts.clear(email);
  if (app.passwords.isOutdated(passwordHash))
    await app.passwords.save(user.id, await app.passwords.hash(password));
  return user;
}
