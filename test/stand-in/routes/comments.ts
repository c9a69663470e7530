import type { FastifyInstance } from 'fastify';
import { addComment } from '../actions.ts';
import { emit } from '../emit.ts';
import { found, HttpError, page, params, query, repositoryOf, topicOf } from '../find.ts';
import { renderComment, renderIssue } from '../render/issue.ts';
import { sessionOf } from '../session.ts';
import { timestamp } from '../timestamp.ts';
import type { World } from '../world.ts';

/** GitHub takes no longer body for an issue, a pull request or a comment. */
export const longestBody = 65_536;

export function commentRoutes(api: FastifyInstance, world: World): void {
  const base = '/repos/:owner/:repo/issues';

  api.get(`${base}/:number/comments`, (request, reply) => {
    const repository = repositoryOf(world, request);
    const { number } = topicOf(repository, request);
    const { since = '' } = query(request);
    const shown = repository.comments
      .filter(({ issue, updated_at }) => issue === number && updated_at >= since)
      .map((comment) => renderComment(world, repository, comment));
    return page(world, request, reply, shown);
  });

  api.post(`${base}/:number/comments`, (request, reply) => {
    const repository = repositoryOf(world, request);
    const issue = topicOf(repository, request);
    const { user } = sessionOf(request);
    const body = bodyOf(request.body);
    const comment = addComment(world, repository, { by: user.login, issue: issue.number, body });
    const shown = renderComment(world, repository, comment);
    emit(world, repository, 'issue_comment', user, {
      ...{ action: 'created', issue: renderIssue(world, repository, issue), comment: shown },
    });
    return reply.code(201).send(shown);
  });

  const path = `${base}/comments/:id`;
  const commentOf = (request: Parameters<typeof params>[0]) => {
    const repository = repositoryOf(world, request);
    const id = Number(params(request).id);
    return { repository, comment: found(repository.comments.find((known) => known.id === id)) };
  };

  api.get(path, (request) => {
    const { repository, comment } = commentOf(request);
    return renderComment(world, repository, comment);
  });

  api.patch(path, (request) => {
    const { repository, comment } = commentOf(request);
    Object.assign(comment, { body: bodyOf(request.body), updated_at: timestamp() });
    return renderComment(world, repository, comment);
  });

  api.delete(path, (request, reply) => {
    const { repository, comment } = commentOf(request);
    repository.comments.splice(repository.comments.indexOf(comment), 1);
    return reply.code(204).send();
  });
}

function bodyOf(sent: unknown): string {
  const { body = '' } = sent as { body?: string };
  if (body === '') throw new HttpError(422, 'Validation Failed: body cannot be blank');
  if (body.length > longestBody) {
    throw new HttpError(422, `Validation Failed: body is too long (maximum is ${longestBody})`);
  }
  return body;
}
