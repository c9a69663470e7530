import type { FastifyInstance } from 'fastify';
import { found, HttpError, pullOf, repositoryOf } from '../find.ts';
import { git, headOf } from '../git.ts';
import { mergeCommit } from '../git-merge.ts';
import { repositoryUrl } from '../render/repository.ts';
import { signatureOf } from '../signature.ts';
import type { World } from '../world.ts';

/** Merges the base into a pull request's head. */
export function updateBranchRoutes(api: FastifyInstance, world: World): void {
  api.put('/repos/:owner/:repo/pulls/:number/update-branch', async (request, reply) => {
    const repository = repositoryOf(world, request);
    const { directory } = repository;
    const { base, head, headSha, number } = pullOf(repository, request);
    const { expected_head_sha = headSha } = (request.body ?? {}) as Record<string, string>;
    if (expected_head_sha !== headSha) {
      throw new HttpError(422, "expected head sha didn't match current head ref.");
    }
    const onto = found(await headOf(directory, base));
    const news = await git(directory, ['rev-list', '--count', `${headSha}..${onto}`]);
    if (news.trim() === '0') {
      throw new HttpError(422, 'There are no new commits on the base branch.');
    }
    const message = `Merge branch '${base}' into ${head}`;
    const author = signatureOf(request);
    const sha = await mergeCommit({ directory, base: headSha, head: onto, message, author });
    if (!sha) throw new HttpError(422, 'merge conflict between base and head');
    await git(directory, ['update-ref', `refs/heads/${head}`, sha, headSha]);
    const url = `${repositoryUrl(world, repository)}/pulls/${number}`;
    return reply.code(202).send({ message: 'Updating pull request branch.', url });
  });
}
