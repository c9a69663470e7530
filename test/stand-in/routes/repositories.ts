import type { FastifyInstance } from 'fastify';
import { found, page, params, repositoryOf } from '../find.ts';
import { renderPermission } from '../render/people.ts';
import { renderRepository } from '../render/repository.ts';
import { sessionOf } from '../session.ts';
import type { World } from '../world.ts';

export function repositoryRoutes(api: FastifyInstance, world: World): void {
  api.get('/repos/:owner/:repo', (request) =>
    renderRepository(world, repositoryOf(world, request)),
  );

  api.get('/repos/:owner/:repo/collaborators/:login/permission', (request) => {
    const user = found(world.users.get(params(request).login ?? ''));
    const repository = repositoryOf(world, request);
    const everybody = repository.private ? 'none' : 'read';
    return renderPermission(world, user, repository.permissions.get(user.login) ?? everybody);
  });

  api.get('/installation/repositories', (request, reply) => {
    const { repositories } = sessionOf(request);
    const all = [...world.repositories.values()].filter(
      ({ name }) => !repositories || repositories.includes(name),
    );
    const shown = all.map((repository) => renderRepository(world, repository));
    return { total_count: all.length, repositories: page(world, request, reply, shown) };
  });
}
