import type { FastifyInstance } from 'fastify';
import { found, HttpError, page, params, query, repositoryOf } from './find.ts';
import { headOf } from './git.ts';
import { nextNumber } from './next-number.ts';
import { renderPull } from './render.ts';
import type { Pull, World } from './world.ts';

export function pullRoutes(api: FastifyInstance, world: World): void {
  const base = '/repos/:owner/:repo/pulls';

  api.get(base, async (request, reply) => {
    const repository = repositoryOf(world, request);
    const { head, state = 'open', base: onto } = query(request);
    const pulls = repository.pulls.filter(
      (pull) =>
        (state === 'all' || pull.state === state) &&
        (!onto || pull.base === onto) &&
        (!head || head === `${repository.owner}:${pull.head}`),
    );
    const shown = pulls.map((pull) => renderPull(world, repository, pull));
    return page(world, request, reply, await Promise.all(shown));
  });

  api.post(base, async (request, reply) => {
    const repository = repositoryOf(world, request);
    const { title = '', body = null, head = '', base: onto = '' } = request.body as Partial<Pull>;
    const { directory, owner, pulls } = repository;
    const [from, to] = [await headOf(directory, head), await headOf(directory, onto)];
    if (!from || !to) throw new HttpError(422, 'Validation Failed: invalid head or base');
    if (from === to) throw new HttpError(422, `No commits between ${onto} and ${head}`);
    if (pulls.some((pull) => pull.state === 'open' && pull.head === head && pull.base === onto)) {
      throw new HttpError(422, `A pull request already exists for ${owner}:${head}.`);
    }
    const pull: Pull = {
      ...{ id: world.nextId(), number: nextNumber(repository), title, body },
      ...{ state: 'open', head, base: onto, user: world.bot },
    };
    pulls.push(pull);
    return reply.code(201).send(await renderPull(world, repository, pull));
  });

  api.get(`${base}/:number`, (request) => {
    const repository = repositoryOf(world, request);
    const number = Number(params(request).number);
    const pull = found(repository.pulls.find((candidate) => candidate.number === number));
    return renderPull(world, repository, pull);
  });

  api.patch(`${base}/:number`, (request) => {
    const repository = repositoryOf(world, request);
    const number = Number(params(request).number);
    const pull = found(repository.pulls.find((candidate) => candidate.number === number));
    const { title = pull.title, body = pull.body, state = pull.state } = request.body as Pull;
    Object.assign(pull, { title, body, state });
    return renderPull(world, repository, pull);
  });
}
