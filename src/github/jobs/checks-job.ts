import { z } from 'zod';
import { Location } from './command-job.ts';

/** CI has finished on a commit at the head of one of our branches. */
export const ChecksJob = z.strictObject({
  ...Location.shape,
  branch: z.string(),
  commit: z.string(),
});
export type ChecksJob = z.infer<typeof ChecksJob>;

export const checksKind = 'checks';

export interface ChecksEvent {
  installation?: { id: number } | undefined;
  repository: { name: string; owner: { login: string } };
  check_suite: { head_branch: string | null; head_sha: string; conclusion: string | null };
}

/** The job for a finished check suite, or null when it is none of ours or did not succeed. */
export function readChecks(event: ChecksEvent): ChecksJob | null {
  const { installation, repository, check_suite: suite } = event;
  if (!installation || suite.conclusion !== 'success') return null;
  if (!suite.head_branch?.startsWith('sotacode/')) return null;
  return {
    installation: installation.id,
    owner: repository.owner.login,
    repo: repository.name,
    branch: suite.head_branch,
    commit: suite.head_sha,
  };
}
