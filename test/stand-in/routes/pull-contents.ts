import type { FastifyInstance } from 'fastify';
import { page, pullOf, repositoryOf } from '../find.ts';
import { changedFiles, commitsOf } from '../git-diff.ts';
import { renderCommit } from '../render/commit.ts';
import { repositoryUrl, webUrl } from '../render/repository.ts';
import type { World } from '../world.ts';

/** What a pull request changes: its files and its commits. */
export function pullContentRoutes(api: FastifyInstance, world: World): void {
  const base = '/repos/:owner/:repo/pulls/:number';

  api.get(`${base}/files`, async (request, reply) => {
    const repository = repositoryOf(world, request);
    const pull = pullOf(repository, request);
    const [url, web] = [repositoryUrl(world, repository), webUrl(world, repository)];
    const shown = (await changedFiles(repository, pull)).map((file) => {
      const path = encodeURI(file.filename);
      return {
        ...file,
        blob_url: `${web}/blob/${pull.headSha}/${path}`,
        raw_url: `${web}/raw/${pull.headSha}/${path}`,
        contents_url: `${url}/contents/${path}?ref=${pull.headSha}`,
      };
    });
    return page(world, request, reply, shown);
  });

  api.get(`${base}/commits`, async (request, reply) => {
    const repository = repositoryOf(world, request);
    const commits = await commitsOf(repository, pullOf(repository, request));
    const shown = page(world, request, reply, commits);
    return Promise.all(shown.map((sha) => renderCommit(world, repository, sha)));
  });
}
