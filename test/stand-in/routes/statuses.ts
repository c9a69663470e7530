import type { FastifyInstance } from 'fastify';
import { commitOf, page, params, repositoryOf } from '../find.ts';
import { renderStatus } from '../render/check-run.ts';
import { renderRepository, repositoryUrl } from '../render/repository.ts';
import { timestamp } from '../timestamp.ts';
import type { CommitStatus, World } from '../world.ts';

/** Commit statuses, and the one that sums them up. */
export function statusRoutes(api: FastifyInstance, world: World): void {
  api.post('/repos/:owner/:repo/statuses/:sha', async (request, reply) => {
    const repository = repositoryOf(world, request);
    const sha = await commitOf(repository, params(request).sha);
    const status: CommitStatus = {
      ...{ context: 'default', description: null, target_url: null, state: 'pending' },
      ...{ ...(request.body as Partial<CommitStatus>), sha },
      ...{ id: world.nextId(), created_at: timestamp() },
    };
    repository.statuses.push(status);
    return reply.code(201).send(renderStatus(world, repository, status));
  });

  api.get('/repos/:owner/:repo/commits/:ref/status', async (request, reply) => {
    const repository = repositoryOf(world, request);
    const sha = await commitOf(repository, params(request).ref);
    const known = repository.statuses.filter((status) => status.sha === sha);
    const newest = [...new Map(known.map((status) => [status.context, status])).values()];
    const url = `${repositoryUrl(world, repository)}/commits/${sha}`;
    const shown = newest.map((status) => renderStatus(world, repository, status));
    return {
      ...{ sha, state: summary(newest), total_count: newest.length },
      statuses: page(world, request, reply, shown),
      repository: renderRepository(world, repository),
      ...{ commit_url: url, url: `${url}/status` },
    };
  });
}

function summary(statuses: CommitStatus[]): string {
  const states = statuses.map(({ state }) => state);
  if (states.some((state) => state === 'failure' || state === 'error')) return 'failure';
  return states.length > 0 && states.every((state) => state === 'success') ? 'success' : 'pending';
}
