import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Repository, World } from './world.ts';

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
  const repository = world.repositories.get(`${owner}/${repo}`);
  if (!repository) throw new HttpError(404, 'Not Found');
  return repository;
}

export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new HttpError(404, 'Not Found');
  return value;
}

/** One page of a list, with the Link header that clients follow. */
export function page<T>(world: World, request: FastifyRequest, reply: FastifyReply, all: T[]): T[] {
  const perPage = Number(query(request).per_page ?? 30);
  const current = Number(query(request).page ?? 1);
  if (current * perPage < all.length) {
    const next = new URL(request.url, world.url);
    next.searchParams.set('page', String(current + 1));
    reply.header('link', `<${next.href}>; rel="next"`);
  }
  return all.slice((current - 1) * perPage, current * perPage);
}
