import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Checked } from './check-password.ts';

/**
 * Signs in with a password that was checked. A change of it ends all sessions, but not those that
 * start later: so it waits for this one, or this one finds that it is too late.
 */
export const startSession = (
  app: FastifyInstance,
  reply: FastifyReply,
  { user, passwordHash, wrong }: Checked,
) =>
  app.sessions.start(reply, user, async (tx) => {
    if (!(await app.passwords.hold(user.id, passwordHash, tx))) throw wrong();
  });
