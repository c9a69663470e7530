import type { FastifyInstance, FastifyRequest } from 'fastify';
import { found, HttpError, params, query, repositoryOf } from './find.ts';
import { git, has, headOf } from './git.ts';
import { type Person, readCommit, writeCommit } from './git-commit.ts';
import { readTree, type TreeEntry, writeTree } from './git-tree.ts';
import type { World } from './world.ts';

/** The Git Data API over git itself, so that every SHA is git's own. */
export function gitDataRoutes(api: FastifyInstance, world: World): void {
  const base = '/repos/:owner/:repo/git';
  /** GitHub refuses the whole API while a repository has no commit. */
  const filled = async (request: FastifyRequest) => {
    const { directory } = repositoryOf(world, request);
    const refs = await git(directory, ['for-each-ref', '--count=1']);
    if (!refs) throw new HttpError(409, 'Git Repository is empty.');
    return directory;
  };

  api.get(`${base}/trees/:sha`, async (request) => {
    const { sha = '' } = params(request);
    return found(await readTree(await filled(request), sha, Boolean(query(request).recursive)));
  });

  api.post(`${base}/trees`, async (request, reply) => {
    const directory = await filled(request);
    const { base_tree, tree } = request.body as { base_tree?: string; tree: TreeEntry[] };
    if (base_tree && !(await has(directory, base_tree, 'tree'))) {
      throw new HttpError(422, 'base_tree is not a valid tree');
    }
    return reply.code(201).send({ sha: await writeTree(directory, tree, base_tree) });
  });

  api.get(`${base}/commits/:sha`, async (request) =>
    found(await readCommit(await filled(request), params(request).sha ?? '')),
  );

  api.post(`${base}/commits`, async (request, reply) => {
    const directory = await filled(request);
    const now = { name: world.bot.login, email: 'bot@example.com', date: new Date().toISOString() };
    const commit = request.body as Parameters<typeof writeCommit>[1] & { author?: Person };
    const sha = await writeCommit(directory, { ...commit, author: commit.author ?? now });
    return reply.code(201).send(await readCommit(directory, sha));
  });

  api.get(`${base}/blobs/:sha`, async (request) => {
    const sha = params(request).sha ?? '';
    const content = await git(await filled(request), ['cat-file', 'blob', sha]).catch(() => null);
    return { sha, encoding: 'base64', content: Buffer.from(found(content)).toString('base64') };
  });

  refRoutes(api, world, filled);
}

function refRoutes(
  api: FastifyInstance,
  world: World,
  filled: (request: FastifyRequest) => Promise<string>,
): void {
  const base = '/repos/:owner/:repo/git';
  const render = (branch: string, sha: string) => ({
    ref: `refs/heads/${branch}`,
    object: { type: 'commit', sha },
  });
  const branchOf = (ref = '') => ref.replace(/^(?:refs\/)?heads\//, '');

  api.get(`${base}/ref/*`, async (request) => {
    const branch = branchOf(params(request)['*']);
    return render(branch, found(await headOf(await filled(request), branch)));
  });

  api.post(`${base}/refs`, async (request, reply) => {
    const directory = await filled(request);
    const { ref, sha = '' } = request.body as { ref: string; sha: string };
    const branch = branchOf(ref);
    if (await headOf(directory, branch)) throw new HttpError(422, 'Reference already exists');
    if (!(await has(directory, sha, 'commit'))) throw new HttpError(422, 'Object does not exist');
    await git(directory, ['update-ref', `refs/heads/${branch}`, sha]);
    return reply.code(201).send(render(branch, sha));
  });

  api.patch(`${base}/refs/*`, async (request) => {
    const { directory } = repositoryOf(world, request);
    const branch = branchOf(params(request)['*']);
    const { sha, force } = request.body as { sha: string; force?: boolean };
    const head = await headOf(directory, branch);
    if (!head) throw new HttpError(422, 'Reference does not exist');
    const forward = await git(directory, ['merge-base', '--is-ancestor', head, sha]).then(
      () => true,
      () => false,
    );
    if (!forward && !force) throw new HttpError(422, 'Update is not a fast forward');
    await git(directory, ['update-ref', `refs/heads/${branch}`, sha]);
    return render(branch, sha);
  });
}
