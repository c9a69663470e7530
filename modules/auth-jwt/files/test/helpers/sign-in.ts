import type { FastifyInstance } from 'fastify';
import type { Role } from '../../src/contracts/users.ts';
import { startSession } from './start-session.ts';

let people = 0;

/** A new user who is signed in: send the headers with requests. */
export async function signIn(
  app: FastifyInstance,
  { role = 'member', email }: { role?: Role; email?: string } = {},
): Promise<{ userId: string; headers: Record<string, string> }> {
  people += 1;
  const user = await app.users.create({
    email: email ?? `person-${people}@example.com`,
    name: `Person ${people}`,
    role,
  });
  return { userId: user.id, headers: await startSession(app, user) };
}
