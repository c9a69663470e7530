import type { FastifyReply, FastifyRequest } from 'fastify';
import { git } from './git.ts';
import type { Issue, Pull, Repository, World } from './world.ts';

/** Ends a handler with GitHub's kind of error. */
export class HttpError extends Error {
  readonly statusCode: number;

  constructor(statusCode: number, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

export const params = (request: FastifyRequest) => request.params as Record<string, string>;
export const query = (request: FastifyRequest) => request.query as Record<string, string>;

export function repositoryOf(world: World, request: FastifyRequest): Repository {
  const { owner, repo } = params(request);
  return found(world.repositories.get(`${owner}/${repo}`));
}

/** GitHub refuses its whole Git Data API while a repository has no commit. */
export async function filled(repository: Repository): Promise<Repository> {
  const refs = await git(repository.directory, ['for-each-ref', '--count=1']);
  if (!refs) throw new HttpError(409, 'Git Repository is empty.');
  return repository;
}

/** The issue or pull request of the path: they share their numbers, comments and labels. */
export function topicOf(repository: Repository, request: FastifyRequest): Issue | Pull {
  const number = Number(params(request).number);
  return found([...repository.issues, ...repository.pulls].find((it) => it.number === number));
}

export function pullOf(repository: Repository, request: FastifyRequest): Pull {
  const number = Number(params(request).number);
  return found(repository.pulls.find((pull) => pull.number === number));
}

export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new HttpError(404, 'Not Found');
  return value;
}

/** The commit that a branch's name, a short or a full id means. */
export async function commitOf({ directory }: Repository, ref = ''): Promise<string> {
  const args = ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`];
  const sha = await git(directory, args).catch(() => null);
  if (!sha) throw new HttpError(422, `No commit found for SHA: ${ref}`);
  return sha.trim();
}

/** One page of a list, with the Link header that clients follow. */
export function page<T>(world: World, request: FastifyRequest, reply: FastifyReply, all: T[]): T[] {
  const perPage = Math.min(Number(query(request).per_page ?? 30), 100);
  const current = Number(query(request).page ?? 1);
  const last = Math.max(1, Math.ceil(all.length / perPage));
  const link = (rel: string, number: number) => {
    const url = new URL(request.url, world.url);
    url.searchParams.set('page', String(number));
    return `<${url.href}>; rel="${rel}"`;
  };
  const links = [
    ...(current > 1 ? [link('prev', current - 1), link('first', 1)] : []),
    ...(current < last ? [link('next', current + 1), link('last', last)] : []),
  ];
  if (links.length > 0) reply.header('link', links.join(', '));
  return all.slice((current - 1) * perPage, current * perPage);
}
