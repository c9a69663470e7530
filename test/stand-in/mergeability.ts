import { headOf } from './git.ts';
import { mergedTree } from './git-merge.ts';
import type { Pull, Repository } from './world.ts';

export interface Mergeability {
  mergeable: boolean | null;
  mergeable_state: 'clean' | 'dirty' | 'draft' | 'unstable' | 'unknown';
}

/** Whether git can merge a pull request, and what else stands in the way. */
export async function mergeabilityOf(repository: Repository, pull: Pull): Promise<Mergeability> {
  const base = await headOf(repository.directory, pull.base);
  if (pull.state === 'closed' || !base) return { mergeable: null, mergeable_state: 'unknown' };
  const tree = await mergedTree(repository.directory, base, pull.headSha);
  if (!tree) return { mergeable: false, mergeable_state: 'dirty' };
  if (pull.draft) return { mergeable: true, mergeable_state: 'draft' };
  return { mergeable: true, mergeable_state: passes(repository, pull) ? 'clean' : 'unstable' };
}

const passes = ({ checkRuns, statuses }: Repository, { headSha }: Pull) =>
  checkRuns
    .filter(({ head_sha }) => head_sha === headSha)
    .every(({ conclusion }) => ['success', 'neutral', 'skipped'].includes(conclusion ?? '')) &&
  statuses.filter(({ sha }) => sha === headSha).every(({ state }) => state === 'success');
