import type { Snapshot } from '../../flows/ports.ts';
import { statusOf } from '../github-error.ts';
import { readSnapshot } from './read-snapshot.ts';
import type { Target } from './target.ts';

/**
 * A pull request needs a base, and the Git Data API refuses empty repositories: the contents API
 * makes the first commit. Returns the snapshot to build on.
 */
export async function ensureFirstCommit(target: Target, base: Snapshot): Promise<Snapshot> {
  if (base.commit) return base;
  const { octokit, owner, repo } = target;
  try {
    await octokit.rest.repos.createOrUpdateFileContents({
      owner,
      repo,
      path: 'README.md',
      branch: base.branch,
      message: 'Initial commit',
      content: Buffer.from(`# ${repo}\n`).toString('base64'),
    });
  } catch (error) {
    // Somebody, perhaps an earlier attempt of ours, was first.
    if (statusOf(error) !== 422 && statusOf(error) !== 409) throw error;
  }
  return readSnapshot(target, base.branch);
}
