import type { FastifyInstance } from 'fastify';
import { page, params, query, repositoryOf } from '../find.ts';
import { renderReaction } from '../render/issue.ts';
import { sessionOf } from '../session.ts';
import { timestamp } from '../timestamp.ts';
import type { World } from '../world.ts';

/** On issues and comments; a person has one of each kind. */
export function reactionRoutes(api: FastifyInstance, world: World): void {
  const base = '/repos/:owner/:repo/issues';
  routesAt(api, world, `${base}/:number/reactions`, ({ number }) => `issue:${number}`);
  routesAt(api, world, `${base}/comments/:id/reactions`, ({ id }) => `comment:${id}`);
}

function routesAt(
  api: FastifyInstance,
  world: World,
  path: string,
  targetOf: (params: Record<string, string>) => string,
): void {
  api.get(path, (request, reply) => {
    const on = targetOf(params(request));
    const { content } = query(request);
    const shown = repositoryOf(world, request)
      .reactions.filter((known) => known.on === on && (!content || known.content === content))
      .map((reaction) => renderReaction(world, reaction));
    return page(world, request, reply, shown);
  });

  api.post(path, (request, reply) => {
    const { reactions } = repositoryOf(world, request);
    const on = targetOf(params(request));
    const { content } = request.body as { content: string };
    const { user } = sessionOf(request);
    const known = reactions.find(
      (it) => it.on === on && it.content === content && it.user.id === user.id,
    );
    if (known) return renderReaction(world, known);
    const reaction = { id: world.nextId(), content, user, on, created_at: timestamp() };
    reactions.push(reaction);
    return reply.code(201).send(renderReaction(world, reaction));
  });
}
