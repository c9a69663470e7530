import type { FastifyRequest } from 'fastify';
import type { Person } from './git-commit.ts';
import { sessionOf } from './session.ts';
import { timestamp } from './timestamp.ts';

/** Who signs a commit that a request makes, when the request itself does not say. */
export function signatureOf(request: FastifyRequest): Person {
  const { id, login } = sessionOf(request).user;
  return { name: login, email: `${id}+${login}@users.noreply.test`, date: timestamp() };
}
