import type { FastifyInstance, FastifyReply } from 'fastify';
import type { User } from '../../src/contracts/users.ts';

/** Signs a user in as a sign-in route would, on a device of that name: the headers to send. */
export async function startSession(
  app: FastifyInstance,
  user: User,
  device = 'test',
): Promise<Record<string, string>> {
  const sent: Record<string, string> = {};
  const reply = {
    request: { headers: { 'user-agent': device } },
    header(name: string, value: string) {
      sent[name] = value;
      return reply;
    },
  };
  const body = await app.sessions.start(reply as unknown as FastifyReply, user);
  const { csrfToken } = body as { csrfToken: string };
  return { cookie: String(sent['set-cookie']).split(';', 1).join(), 'x-csrf-token': csrfToken };
}
