import { setState } from './set-state.ts';
import { timestamp } from './timestamp.ts';
import type { Pull, Repository, User, World } from './world.ts';

const closing = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)\s+#(\d+)/gi;

/** A merged pull request is closed, and so is every issue that it says it closes. */
export async function finishMerge(
  world: World,
  repository: Repository,
  pull: Pull,
  { by, sha, base }: { by: User; sha: string; base: string },
): Promise<void> {
  Object.assign(pull, {
    ...{ merged_at: timestamp(), mergedBy: by, mergeCommit: sha, baseAtMerge: base },
  });
  await setState(world, repository, by, pull, 'closed');
  if (pull.base !== repository.defaultBranch) return;
  const numbers = [...(pull.body ?? '').matchAll(closing)].map(([, number]) => Number(number));
  for (const issue of repository.issues) {
    if (numbers.includes(issue.number)) await setState(world, repository, by, issue, 'closed');
  }
}
