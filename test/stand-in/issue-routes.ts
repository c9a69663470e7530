import type { FastifyInstance } from 'fastify';
import { found, page, params, repositoryOf } from './find.ts';
import { renderComment, renderIssue } from './render.ts';
import type { Comment, World } from './world.ts';

export function issueRoutes(api: FastifyInstance, world: World): void {
  const base = '/repos/:owner/:repo/issues';

  api.get(`${base}/:number`, (request) => {
    const repository = repositoryOf(world, request);
    const number = Number(params(request).number);
    const issue = found(repository.issues.find((candidate) => candidate.number === number));
    return renderIssue(world, repository, issue);
  });

  api.get(`${base}/:number/comments`, (request, reply) => {
    const repository = repositoryOf(world, request);
    const number = Number(params(request).number);
    const comments = repository.comments.filter(({ issue }) => issue === number);
    const shown = comments.map((comment) => renderComment(world, repository, comment));
    return page(world, request, reply, shown);
  });

  api.post(`${base}/:number/comments`, (request, reply) => {
    const repository = repositoryOf(world, request);
    const { body } = request.body as { body: string };
    const at = new Date().toISOString();
    const comment: Comment = {
      ...{ id: world.nextId(), issue: Number(params(request).number), body },
      ...{ user: world.bot, created_at: at, updated_at: at },
    };
    repository.comments.push(comment);
    return reply.code(201).send(renderComment(world, repository, comment));
  });

  api.patch(`${base}/comments/:id`, (request) => {
    const repository = repositoryOf(world, request);
    const id = Number(params(request).id);
    const comment = found(repository.comments.find((candidate) => candidate.id === id));
    comment.body = (request.body as { body: string }).body;
    comment.updated_at = new Date().toISOString();
    return renderComment(world, repository, comment);
  });

  reactionRoutes(api, world, `${base}/:number/reactions`, ({ number }) => `issue:${number}`);
  reactionRoutes(api, world, `${base}/comments/:id/reactions`, ({ id }) => `comment:${id}`);
}

function reactionRoutes(
  api: FastifyInstance,
  world: World,
  path: string,
  targetOf: (params: Record<string, string>) => string,
): void {
  api.get(path, (request) => {
    const on = targetOf(params(request));
    return repositoryOf(world, request).reactions.filter((reaction) => reaction.on === on);
  });
  api.post(path, (request, reply) => {
    const { reactions } = repositoryOf(world, request);
    const on = targetOf(params(request));
    const { content } = request.body as { content: string };
    const known = reactions.find((reaction) => reaction.on === on && reaction.content === content);
    if (known) return known;
    const reaction = { id: world.nextId(), content, user: world.bot, on };
    reactions.push(reaction);
    return reply.code(201).send(reaction);
  });
}
