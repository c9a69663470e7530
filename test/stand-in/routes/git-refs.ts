import type { FastifyInstance } from 'fastify';
import { filled, found, HttpError, params, repositoryOf } from '../find.ts';
import { git, has, headOf } from '../git.ts';
import { readHeads } from '../heads.ts';
import { nodeId } from '../render/people.ts';
import { repositoryUrl } from '../render/repository.ts';
import type { Repository, World } from '../world.ts';

/** Branches, as GitHub's refs. */
export function gitRefRoutes(api: FastifyInstance, world: World): void {
  const base = '/repos/:owner/:repo/git';
  const render = (repository: Repository, branch: string, sha: string) => {
    const url = `${repositoryUrl(world, repository)}/git`;
    const object = { sha, type: 'commit', url: `${url}/commits/${sha}` };
    const ref = `refs/heads/${branch}`;
    return { ref, object, node_id: nodeId(ref, repository.id), url: `${url}/${ref}` };
  };

  api.get(`${base}/ref/*`, async (request) => {
    const repository = await filled(repositoryOf(world, request));
    const branch = branchOf(params(request)['*']);
    return render(repository, branch, found(await headOf(repository.directory, branch)));
  });

  api.get(`${base}/matching-refs/*`, async (request) => {
    const repository = await filled(repositoryOf(world, request));
    const prefix = branchOf(params(request)['*']);
    return [...(await readHeads(repository.directory))]
      .filter(([branch]) => branch.startsWith(prefix))
      .map(([branch, sha]) => render(repository, branch, sha));
  });

  api.post(`${base}/refs`, async (request, reply) => {
    const repository = await filled(repositoryOf(world, request));
    const { ref, sha = '' } = request.body as { ref: string; sha: string };
    const branch = branchOf(ref);
    if (await headOf(repository.directory, branch)) {
      throw new HttpError(422, 'Reference already exists');
    }
    await point(repository, branch, sha);
    return reply.code(201).send(render(repository, branch, sha));
  });

  api.patch(`${base}/refs/*`, async (request) => {
    const repository = await filled(repositoryOf(world, request));
    const branch = branchOf(params(request)['*']);
    const { sha, force } = request.body as { sha: string; force?: boolean };
    const head = await headOf(repository.directory, branch);
    if (!head) throw new HttpError(422, 'Reference does not exist');
    if (!force && !(await isForward(repository, head, sha))) {
      throw new HttpError(422, 'Update is not a fast forward');
    }
    await point(repository, branch, sha);
    return render(repository, branch, sha);
  });

  api.delete(`${base}/refs/*`, async (request, reply) => {
    const { directory } = await filled(repositoryOf(world, request));
    const branch = branchOf(params(request)['*']);
    if (!(await headOf(directory, branch))) throw new HttpError(422, 'Reference does not exist');
    await git(directory, ['update-ref', '-d', `refs/heads/${branch}`]);
    return reply.code(204).send();
  });
}

const branchOf = (ref = '') => ref.replace(/^(?:refs\/)?heads\//, '');

async function point({ directory }: Repository, branch: string, sha: string) {
  if (!(await has(directory, sha, 'commit'))) throw new HttpError(422, 'Object does not exist');
  await git(directory, ['update-ref', `refs/heads/${branch}`, sha]);
}

const isForward = ({ directory }: Repository, from: string, to: string) =>
  git(directory, ['merge-base', '--is-ancestor', from, to]).then(
    () => true,
    () => false,
  );
