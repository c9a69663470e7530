import type { FastifyInstance } from 'fastify';
import { found, HttpError, params, query, repositoryOf } from '../find.ts';
import { git, has, headOf } from '../git.ts';
import { writeCommit } from '../git-commit.ts';
import { writeTree } from '../git-tree.ts';
import { renderGitCommit } from '../render/commit.ts';
import { repositoryUrl, webUrl } from '../render/repository.ts';
import { signatureOf } from '../signature.ts';
import type { Repository, World } from '../world.ts';

export function contentRoutes(api: FastifyInstance, world: World): void {
  const base = '/repos/:owner/:repo/contents/*';

  api.get(base, async (request) => {
    const repository = repositoryOf(world, request);
    const path = params(request)['*'] ?? '';
    const { ref = repository.defaultBranch } = query(request);
    const folder = await isFolder(repository, ref, path);
    if (!folder) return renderFile(world, repository, ref, path, true);
    const names = await git(repository.directory, ['ls-tree', '-z', '--name-only', folder]);
    const paths = names.split('\0').filter(Boolean);
    return Promise.all(
      paths.map((name) => renderFile(world, repository, ref, join(path, name), false)),
    );
  });

  api.put(base, async (request, reply) => {
    const repository = repositoryOf(world, request);
    const { directory, defaultBranch } = repository;
    const path = params(request)['*'] ?? '';
    const sent = request.body as Record<string, string>;
    const { content = '', message = '', branch = defaultBranch, sha } = sent;
    const old = await idOf(directory, `${branch}:${path}`);
    if (old && !sha) throw new HttpError(422, 'Invalid request.\n\n"sha" wasn\'t supplied.');
    if (sha && old !== sha) throw new HttpError(409, `${path} does not match ${sha}`);
    const text = Buffer.from(content, 'base64').toString();
    const head = await headOf(directory, branch);
    const entry = { path, mode: '100644', type: 'blob', content: text };
    const tree = await writeTree(directory, [entry], head ? `${head}^{tree}` : undefined);
    const author = signatureOf(request);
    const parents = head ? [head] : [];
    const commit = await writeCommit(directory, { message, tree, parents, author });
    await git(directory, ['update-ref', `refs/heads/${branch}`, commit]);
    return reply.code(old ? 200 : 201).send({
      content: await renderFile(world, repository, branch, path, false),
      commit: await renderGitCommit(world, repository, commit),
    });
  });
}

const join = (folder: string, name: string) => (folder ? `${folder}/${name}` : name);

const idOf = (directory: string, name: string) =>
  git(directory, ['rev-parse', '--verify', '--quiet', name]).then(
    (text) => text.trim(),
    () => null,
  );

async function isFolder({ directory }: Repository, ref: string, path: string) {
  const id = found(await idOf(directory, `${ref}:${path}`));
  return (await has(directory, id, 'tree')) ? id : null;
}

/** One entry of a folder, or a file of its own with its content. */
async function renderFile(
  world: World,
  repository: Repository,
  ref: string,
  path: string,
  withContent: boolean,
) {
  const { directory } = repository;
  const sha = found(await idOf(directory, `${ref}:${path}`));
  const type = (await has(directory, sha, 'tree')) ? 'dir' : 'file';
  const [api, web] = [repositoryUrl(world, repository), webUrl(world, repository)];
  const url = `${api}/contents/${encodeURI(path)}?ref=${ref}`;
  const html_url = `${web}/blob/${ref}/${encodeURI(path)}`;
  const git_url = `${api}/git/${type === 'dir' ? 'trees' : 'blobs'}/${sha}`;
  const download_url = type === 'dir' ? null : `${web}/raw/${ref}/${encodeURI(path)}`;
  const text = withContent ? await git(directory, ['cat-file', 'blob', sha]) : '';
  const content = { encoding: 'base64', content: Buffer.from(text).toString('base64') };
  return {
    ...{ type, path, sha, url, html_url, git_url, download_url },
    ...(withContent ? content : {}),
    name: path.split('/').at(-1) ?? path,
    size: type === 'dir' ? 0 : Number(await git(directory, ['cat-file', '-s', sha])),
    _links: { self: url, git: git_url, html: html_url },
  };
}
