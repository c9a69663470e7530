import type { Snapshot } from '../../flows/ports.ts';
import { statusOf } from '../github-error.ts';
import type { Target } from './target.ts';

/** A branch, or the default one, as GitHub has it, in three calls whatever its size. */
export async function readSnapshot(target: Target, named?: string): Promise<Snapshot> {
  const { octokit, owner, repo } = target;
  const branch = named ?? (await octokit.rest.repos.get({ owner, repo })).data.default_branch;
  const commit = await headOf(target, branch);
  const files = commit ? await readFiles(target, commit) : new Map<string, string>();
  return { repository: repo, branch, commit, files };
}

/** The text of a file of a snapshot, or null when there is none. */
export async function readText(
  { octokit, owner, repo }: Target,
  { files }: Snapshot,
  path: string,
): Promise<string | null> {
  const file_sha = files.get(path);
  if (!file_sha) return null;
  const { data } = await octokit.rest.git.getBlob({ owner, repo, file_sha });
  return Buffer.from(data.content, 'base64').toString('utf8');
}

/** The commit a branch points at, or null: GitHub answers 409 while a repository is empty. */
export async function headOf(
  { octokit, owner, repo }: Target,
  branch: string,
): Promise<string | null> {
  try {
    const { data } = await octokit.rest.git.getRef({ owner, repo, ref: `heads/${branch}` });
    return data.object.sha;
  } catch (error) {
    const status = statusOf(error);
    if (status === 404 || status === 409) return null;
    throw error;
  }
}

async function readFiles({ octokit, owner, repo }: Target, commit: string) {
  const { data } = await octokit.rest.git.getTree({
    owner,
    repo,
    tree_sha: commit,
    recursive: 'true',
  });
  if (data.truncated) throw new Error('The repository has more files than GitHub lists at once');
  const blobs = data.tree.filter((entry) => entry.type !== 'tree');
  return new Map(blobs.map(({ path, sha }) => [path, sha]));
}
