import type { FastifyInstance } from 'fastify';
import { filled, found, HttpError, params, query, repositoryOf } from '../find.ts';
import { git, has } from '../git.ts';
import { type Person, writeCommit } from '../git-commit.ts';
import { readTree, type TreeEntry, writeTree } from '../git-tree.ts';
import { renderGitCommit } from '../render/commit.ts';
import { nodeId } from '../render/people.ts';
import { repositoryUrl } from '../render/repository.ts';
import { sessionOf } from '../session.ts';
import { signatureOf } from '../signature.ts';
import type { Repository, World } from '../world.ts';

/** The Git Data API over git itself, so that every SHA is git's own. */
export function gitObjectRoutes(api: FastifyInstance, world: World): void {
  treeRoutes(api, world);
  blobRoutes(api, world);
  const base = '/repos/:owner/:repo/git/commits';

  api.get(`${base}/:sha`, async (request) => {
    const repository = await filled(repositoryOf(world, request));
    return renderGitCommit(world, repository, params(request).sha ?? '');
  });

  api.post(base, async (request, reply) => {
    const repository = await filled(repositoryOf(world, request));
    const sent = request.body as Parameters<typeof writeCommit>[1] & { author?: Person };
    if (!(await has(repository.directory, sent.tree, 'tree'))) {
      throw new HttpError(422, 'Tree SHA does not exist');
    }
    const author = sent.author ?? signatureOf(request);
    const sha = await writeCommit(repository.directory, { ...sent, author });
    return reply.code(201).send(await renderGitCommit(world, repository, sha));
  });
}

function treeRoutes(api: FastifyInstance, world: World): void {
  const base = '/repos/:owner/:repo/git/trees';
  const render = async (repository: Repository, sha: string, recursive: boolean) => {
    const tree = found(await readTree(repository.directory, sha, recursive));
    const url = `${repositoryUrl(world, repository)}/git`;
    const entries = tree.tree.map((entry) => ({ ...entry, url: `${url}/blobs/${entry.sha}` }));
    return { ...tree, tree: entries, url: `${url}/trees/${tree.sha}` };
  };

  api.get(`${base}/:sha`, async (request) => {
    const repository = await filled(repositoryOf(world, request));
    return render(repository, params(request).sha ?? '', Boolean(query(request).recursive));
  });

  api.post(base, async (request, reply) => {
    const repository = await filled(repositoryOf(world, request));
    const { base_tree, tree } = request.body as { base_tree?: string; tree: TreeEntry[] };
    if (base_tree && !(await has(repository.directory, base_tree, 'tree'))) {
      throw new HttpError(422, 'base_tree is not a valid tree');
    }
    const { permissions } = sessionOf(request);
    const touchesCi = tree.some(({ path }) => path.startsWith('.github/workflows/'));
    if (touchesCi && permissions && permissions.workflows !== 'write') {
      throw new HttpError(403, 'Resource not accessible by integration');
    }
    const sha = await writeTree(repository.directory, tree, base_tree);
    return reply.code(201).send(await render(repository, sha, false));
  });
}

function blobRoutes(api: FastifyInstance, world: World): void {
  const base = '/repos/:owner/:repo/git/blobs';

  api.get(`${base}/:sha`, async (request) => {
    const repository = await filled(repositoryOf(world, request));
    const { sha = '' } = params(request);
    const text = found(
      await git(repository.directory, ['cat-file', 'blob', sha]).catch(() => null),
    );
    const url = `${repositoryUrl(world, repository)}/git/blobs/${sha}`;
    const content = Buffer.from(text).toString('base64');
    const size = Buffer.byteLength(text);
    return { sha, size, url, content, encoding: 'base64', node_id: nodeId(sha, repository.id) };
  });

  api.post(base, async (request, reply) => {
    const repository = await filled(repositoryOf(world, request));
    const { content = '', encoding = 'utf-8' } = request.body as Record<string, string>;
    const input = Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8');
    const args = ['hash-object', '-w', '--stdin'];
    const sha = (await git(repository.directory, args, { input })).trim();
    const url = `${repositoryUrl(world, repository)}/git/blobs/${sha}`;
    return reply.code(201).send({ sha, url });
  });
}
