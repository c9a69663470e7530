import type { FastifyInstance, FastifyReply } from 'fastify';
import type { User } from '../../../src/contracts/users.ts';

interface Tokens {
  accessToken: string;
  refreshToken: string;
}

/** Signs a user in as a sign-in route would, on a device of that name. */
export async function newTokens(app: FastifyInstance, user: User, device = 'test') {
  const reply = { request: { headers: { 'user-agent': device } }, header: () => reply };
  return (await app.sessions.start(reply as unknown as FastifyReply, user)) as Tokens;
}

export const bearer = ({ accessToken }: Pick<Tokens, 'accessToken'>) => ({
  authorization: `Bearer ${accessToken}`,
});
