import { fail, ok, problem, type Result } from '../../core/errors/problem.ts';
import type { Forge, Proposal, PullRequest } from '../../flows/ports.ts';
import { asRetryLater, refusalReason, statusOf } from '../github-error.ts';
import { ensureFirstCommit } from './first-commit.ts';
import { pushCommit } from './push-commit.ts';
import { readSnapshot, readText } from './read-snapshot.ts';
import type { Target } from './target.ts';
import { upsertPull } from './upsert-pull.ts';

/**
 * A GitHub repository as a forge.
 *
 * const forge = githubForge({ octokit, owner: 'ann', repo: 'shop' });
 * await forge.propose({ ...proposal, base: await forge.snapshot() });
 */
export const githubForge = (target: Target): Forge => ({
  snapshot: (branch) => readSnapshot(target, branch),
  read: (snapshot, path) => readText(target, snapshot, path),
  propose: async (proposal) => {
    try {
      return await propose(target, proposal);
    } catch (error) {
      if (statusOf(error) !== 403 || asRetryLater(error, new Date())) throw error;
      return fail(problem('repository.refused', { reason: refusalReason(error) }));
    }
  },
});

async function propose(target: Target, proposal: Proposal): Promise<Result<PullRequest>> {
  const { base, branch } = proposal;
  const grounded = await ensureFirstCommit(target, base);
  const pushed = await pushCommit(target, { ...proposal, base: grounded });
  if (!pushed.ok) return pushed;
  const pull = await upsertPull(target, proposal, grounded);
  return ok({ url: pull.html_url, number: pull.number, branch, commit: pushed.value });
}
