import { git } from './git.ts';
import { type Person, readCommit, writeCommit } from './git-commit.ts';

/** The tree of a three-way merge by git itself, or null where it conflicts. */
export async function mergedTree(
  directory: string,
  ours: string,
  theirs: string,
): Promise<string | null> {
  try {
    const text = await git(directory, ['merge-tree', '--write-tree', ours, theirs]);
    return text.trim();
  } catch (error) {
    if (error instanceof Error && error.message.includes('ended with 1:')) return null;
    throw error;
  }
}

interface Merge {
  directory: string;
  /** Commits. */
  base: string;
  head: string;
  message: string;
  author: Person;
}

/** A commit with both parents. */
export async function mergeCommit({ directory, base, head, message, author }: Merge) {
  const tree = await mergedTree(directory, base, head);
  return tree && writeCommit(directory, { message, tree, parents: [base, head], author });
}

/** All of the head as one commit on the base. */
export async function squashCommit({ directory, base, head, message, author }: Merge) {
  const tree = await mergedTree(directory, base, head);
  return tree && writeCommit(directory, { message, tree, parents: [base], author });
}

/** Each commit of the head anew on the base; null where one of them conflicts. */
export async function rebasedHead({ directory, base, head, author: committer }: Merge) {
  const range = ['rev-list', '--reverse', '--no-merges', `${base}..${head}`];
  const commits = (await git(directory, range)).split('\n').filter(Boolean);
  let onto: string | null = base;
  for (const sha of commits) onto = onto && (await replayed(directory, onto, sha, committer));
  return onto;
}

/** A commit picked onto another: merged with a stand-in of `onto` that has the commit's parent. */
async function replayed(directory: string, onto: string, sha: string, committer: Person) {
  const commit = await readCommit(directory, sha);
  const target = await readCommit(directory, onto);
  if (!commit || !target) return null;
  const { parents, message, author } = commit;
  const beside = await writeCommit(directory, {
    ...{ message, parents, author: committer, tree: target.tree },
  });
  const tree = await mergedTree(directory, beside, sha);
  return tree && writeCommit(directory, { message, tree, parents: [onto], author, committer });
}
