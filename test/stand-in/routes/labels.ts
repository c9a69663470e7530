import type { FastifyInstance, FastifyRequest } from 'fastify';
import { found, HttpError, page, params, repositoryOf, topicOf } from '../find.ts';
import { addLabel, ensureLabels, labelNamed } from '../labels.ts';
import { labelsOf, renderLabel } from '../render/issue.ts';
import type { Label, World } from '../world.ts';

export function labelRoutes(api: FastifyInstance, world: World): void {
  const base = '/repos/:owner/:repo/labels';

  api.get(base, (request, reply) => {
    const repository = repositoryOf(world, request);
    const shown = repository.labels.map((label) => renderLabel(world, repository, label));
    return page(world, request, reply, shown);
  });

  api.post(base, (request, reply) => {
    const repository = repositoryOf(world, request);
    const { name, ...look } = request.body as Label;
    if (labelNamed(repository, name)) throw new HttpError(422, 'Validation Failed: already_exists');
    const label = addLabel(world, repository, name, look);
    return reply.code(201).send(renderLabel(world, repository, label));
  });

  api.get(`${base}/:name`, (request) => {
    const repository = repositoryOf(world, request);
    const label = found(labelNamed(repository, params(request).name ?? ''));
    return renderLabel(world, repository, label);
  });

  issueLabelRoutes(api, world);
}

/** Labels on an issue or a pull request: GitHub knows them only as issues here. */
function issueLabelRoutes(api: FastifyInstance, world: World): void {
  const base = '/repos/:owner/:repo/issues/:number/labels';
  const change = (request: FastifyRequest, next: (labels: string[]) => string[]) => {
    const repository = repositoryOf(world, request);
    const topic = topicOf(repository, request);
    topic.labels = next(topic.labels);
    return labelsOf(world, repository, topic);
  };
  const sent = (request: FastifyRequest) => {
    const { labels } = request.body as { labels: string[] };
    return ensureLabels(world, repositoryOf(world, request), labels);
  };

  api.get(base, (request, reply) =>
    page(
      world,
      request,
      reply,
      change(request, (labels) => labels),
    ),
  );
  api.post(base, (request) =>
    change(request, (labels) => [...new Set([...labels, ...sent(request)])]),
  );
  api.put(base, (request) => change(request, () => sent(request)));
  api.delete(`${base}/:name`, (request) =>
    change(request, (labels) => {
      const { name = '' } = params(request);
      if (!labels.includes(name)) throw new HttpError(404, 'Label does not exist');
      return labels.filter((label) => label !== name);
    }),
  );
}
