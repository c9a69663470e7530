import type { FastifyInstance } from 'fastify';
import { found, HttpError, pullOf, repositoryOf } from '../find.ts';
import { finishMerge } from '../finish-merge.ts';
import { git, headOf } from '../git.ts';
import { mergeCommit, rebasedHead, squashCommit } from '../git-merge.ts';
import { sessionOf } from '../session.ts';
import { signatureOf } from '../signature.ts';
import type { Pull, World } from '../world.ts';

/** Merging by git's own three-way merge, in GitHub's three ways. */
export function pullMergeRoutes(api: FastifyInstance, world: World): void {
  const path = '/repos/:owner/:repo/pulls/:number/merge';

  api.get(path, (request, reply) => {
    found(pullOf(repositoryOf(world, request), request).merged_at);
    return reply.code(204).send();
  });

  api.put(path, async (request) => {
    const repository = repositoryOf(world, request);
    const pull = pullOf(repository, request);
    const sent = (request.body ?? {}) as Partial<Merge>;
    refuse(pull, sent.sha);
    const { directory } = repository;
    const base = found(await headOf(directory, pull.base));
    const { merge_method = 'merge' } = sent;
    const head = pull.headSha;
    const message = messageOf(pull, sent);
    const merge = { directory, base, head, message, author: signatureOf(request) };
    const sha = await methods[merge_method](merge);
    if (!sha) throw new HttpError(405, conflict[merge_method]);
    await git(directory, ['update-ref', `refs/heads/${pull.base}`, sha, base]);
    await finishMerge(world, repository, pull, { by: sessionOf(request).user, sha, base });
    return { sha, merged: true, message: 'Pull Request successfully merged' };
  });
}

interface Merge {
  merge_method: keyof typeof methods;
  sha: string;
  commit_title: string;
  commit_message: string;
}

const methods = { merge: mergeCommit, squash: squashCommit, rebase: rebasedHead };
const conflict = {
  merge: 'Pull Request is not mergeable',
  squash: 'Pull Request is not mergeable',
  rebase: 'This branch cannot be rebased due to conflicts',
};

function refuse(pull: Pull, expected: string | undefined): void {
  if (pull.state === 'closed') throw new HttpError(405, 'Pull Request is not mergeable');
  if (pull.draft) throw new HttpError(405, 'Pull Request is still a draft');
  if (expected && expected !== pull.headSha) {
    throw new HttpError(409, 'Head branch was modified. Review and try the merge again.');
  }
}

function messageOf({ number, title, head }: Pull, sent: Partial<Merge>): string {
  const usual =
    sent.merge_method === 'squash'
      ? `${title} (#${number})`
      : `Merge pull request #${number} from ${head}`;
  const body = sent.commit_message ?? (sent.merge_method === 'squash' ? '' : title);
  return `${sent.commit_title ?? usual}\n\n${body}`.trimEnd();
}
