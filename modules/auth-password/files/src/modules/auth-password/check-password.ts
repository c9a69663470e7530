import type { FastifyInstance, FastifyReply } from 'fastify';
import type { User } from '../../contracts/users.ts';
import { type Attempts, forgetAttempts } from './attempts.ts';

/** Stands in for the id of an unknown user, so that known ones cost no query more. */
const nobody = '00000000-0000-0000-0000-000000000000';

interface Given {
  email: string;
  password: string;
}

export interface Checked {
  user: User;
  /** What the password belongs to: it may change before anything comes of this. */
  passwordHash: string;
  /** What to throw when it did. */
  wrong(): Error;
}

/** The user whose password this is; 401 when it is not, 429 when there were too many attempts. */
export async function checkPassword(
  app: FastifyInstance,
  attempts: Attempts,
  reply: FastifyReply,
  { email, password }: Given,
): Promise<Checked> {
  const wait = await attempts.begin(email, reply.request.ip);
  if (wait > 0) {
    reply.header('retry-after', wait);
    throw app.problem(429, 'too-many-attempts', `Too many attempts. Wait ${wait} seconds.`);
  }
  const user = await app.users.findByEmail(email);
  const passwordHash = await app.passwords.find(user?.id ?? nobody);
  const wrong = () =>
    app.problem(401, 'invalid-credentials', 'The e-mail address or the password is wrong.');
  const matches = await app.passwords.verify(passwordHash, password);
  if (!user || !passwordHash || !matches) throw wrong();
  await forgetAttempts(app.db, email);
  return { user, passwordHash: await renewed(app, user.id, passwordHash, password), wrong };
}

/** Hashes again what was hashed with other parameters, unless the password changed meanwhile. */
async function renewed(
  { passwords }: FastifyInstance,
  userId: string,
  passwordHash: string,
  password: string,
): Promise<string> {
  if (!passwords.isOutdated(passwordHash)) return passwordHash;
  const fresh = await passwords.hash(password);
  if (await passwords.replace(userId, passwordHash, fresh)) return fresh;
  // Another sign-in may have done the same.
  const current = await passwords.find(userId);
  return current && (await passwords.verify(current, password)) ? current : passwordHash;
}
