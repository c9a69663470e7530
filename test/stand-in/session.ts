import type { FastifyReply, FastifyRequest } from 'fastify';
import { HttpError, params } from './find.ts';
import { neededPermission } from './needed-permission.ts';
import type { Repository, Session, User, World } from './world.ts';

const sessions = new WeakMap<FastifyRequest, Session>();

/** Whose token a request carries. */
export function sessionOf(request: FastifyRequest): Session {
  const session = sessions.get(request);
  if (!session) throw new HttpError(401, 'Bad credentials');
  return session;
}

/** Refuses requests without a token, and those that its owner may not make. */
export const authorize =
  (world: World) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const token = /^(?:token|bearer) (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const session = world.tokens.get(token ?? '');
    if (!session) throw new HttpError(401, 'Bad credentials');
    sessions.set(request, session);
    const { owner, repo } = params(request);
    const repository = world.repositories.get(`${owner}/${repo}`);
    if (session.permissions) return installationMay(session, request, reply, repository);
    personMay(session, request, repository);
  };

function installationMay(
  { permissions, repositories }: Session,
  request: FastifyRequest,
  reply: FastifyReply,
  repository: Repository | undefined,
): void {
  if (repository && repositories && !repositories.includes(repository.name)) {
    throw new HttpError(repository.private ? 404 : 403, 'Resource not accessible by integration');
  }
  const needed = neededPermission(request);
  if (needed.some(([name, level]) => suffices(permissions?.[name], level))) return;
  const accepted = needed.map((pair) => pair.join('=')).join('; ');
  reply.header('x-accepted-github-permissions', accepted);
  throw new HttpError(403, 'Resource not accessible by integration');
}

const suffices = (granted: string | undefined, level: string) =>
  granted === 'write' || (granted !== undefined && granted === level);

function personMay(
  { user }: Session,
  request: FastifyRequest,
  repository: Repository | undefined,
): void {
  if (!repository || request.method === 'GET') return;
  const talk = /\/(?:comments|reactions)(?:\/\d+)?$/.test(request.url);
  if (!talk && !mayPush(repository, user)) throw new HttpError(403, 'Must have push access');
}

export const mayPush = ({ owner, permissions }: Repository, { login }: User): boolean =>
  login === owner || ['write', 'maintain', 'admin'].includes(permissions.get(login) ?? '');
