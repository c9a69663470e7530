import { fail, ok, problem, type Result } from '../../core/errors/problem.ts';
import { commitAuthor } from '../../core/merge/commit-author.ts';
import type { Proposal } from '../../flows/ports.ts';
import { isUncertain, statusOf } from '../github-error.ts';
import { headOf } from './read-snapshot.ts';
import type { Target } from './target.ts';

/** One tree, one commit, one ref: three calls whatever the number of files. */
export async function pushCommit(target: Target, proposal: Proposal): Promise<Result<string>> {
  const commit = await writeCommit(target, proposal);
  const { branch } = proposal;
  if (await createBranch(target, branch, commit)) return ok(commit);
  const head = await headOf(target, branch);
  if (head === commit) return ok(commit);
  if (head && !(await isOurs(target, head))) return fail(problem('branch.taken', { branch }));
  const { octokit, owner, repo } = target;
  await octokit.rest.git.updateRef({
    owner,
    repo,
    ref: `heads/${branch}`,
    sha: commit,
    force: true,
  });
  return ok(commit);
}

/** Author, committer and date are fixed, so a repeated run makes the same commit id. */
async function writeCommit({ octokit, owner, repo }: Target, proposal: Proposal): Promise<string> {
  const { base, files, commitMessage: message, date } = proposal;
  const parent = base.commit ?? '';
  const tree = [...files].map(([path, content]) => ({
    path,
    content,
    mode: '100644' as const,
    type: 'blob' as const,
  }));
  const author = { ...commitAuthor, date };
  const { data: on } = await octokit.rest.git.getCommit({ owner, repo, commit_sha: parent });
  const made = await octokit.rest.git.createTree({ owner, repo, base_tree: on.tree.sha, tree });
  const { data } = await octokit.rest.git.createCommit({
    ...{ owner, repo, message, author, committer: author },
    tree: made.data.sha,
    parents: [parent],
  });
  return data.sha;
}

/** False when the branch is there already, or when nobody can tell. */
async function createBranch(
  { octokit, owner, repo }: Target,
  branch: string,
  sha: string,
): Promise<boolean> {
  try {
    await octokit.rest.git.createRef({ owner, repo, ref: `refs/heads/${branch}`, sha });
    return true;
  } catch (error) {
    if (statusOf(error) === 422 || isUncertain(error)) return false;
    throw error;
  }
}

async function isOurs({ octokit, owner, repo }: Target, sha: string): Promise<boolean> {
  const { data } = await octokit.rest.git.getCommit({ owner, repo, commit_sha: sha });
  return data.author.email === commitAuthor.email;
}
