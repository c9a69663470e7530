import { expect, vi } from 'vitest';
import { git } from '../stand-in/git.ts';
import { writeCommit } from '../stand-in/git-commit.ts';
import { writeTree } from '../stand-in/git-tree.ts';
import { asEmulateWrites } from './emulate-gaps.ts';
import { type GitObjects, objectsAt } from './emulate-objects.ts';
import { openWorld } from './open-world.ts';

interface Story {
  /** What the repository holds before. */
  base: GitObjects;
  /** The issue's text, and when it was written. */
  body: string;
  at: string;
}

/** The same story on our own stand-in, from the very same first commit: what it wrote. */
export async function objectsFromStandIn({ base, body, at }: Story): Promise<GitObjects> {
  const world = await openWorld();
  const { github } = world;
  try {
    const repository = await github.addRepository({ name: 'ann/shop' });
    github.addUser('ann', { 'ann/shop': 'admin' });
    await copyBase(repository.directory, base);
    await github.openIssue({ repo: 'ann/shop', by: 'ann', body, at });
    await vi.waitFor(() => expect(repository.checkRuns[0]?.status).toBe('completed'), 60_000);
    const headers = { authorization: `token ${github.token()}` };
    const ask = async <T>(path: string): Promise<T> => {
      const response = await fetch(`${github.url}/api/v3/repos/ann/shop${path}`, { headers });
      return (await response.json()) as T;
    };
    const { commit, files } = await objectsAt(ask, repository.pulls[0]?.head ?? '');
    const parents = commit.parents.map((parent) => parent.sha);
    const [tree, message] = [commit.tree.sha, asEmulateWrites(commit.message)];
    const sha = await writeCommit(repository.directory, { ...commit, tree, parents, message });
    return { files, commit: { ...commit, sha } };
  } finally {
    await world.close();
  }
}

async function copyBase(directory: string, { commit, files }: GitObjects): Promise<void> {
  const entries = [...files].map(([path, { mode, text }]) => {
    return { path, mode, type: 'blob', content: text };
  });
  const { author, committer, sha } = commit;
  const message = asEmulateWrites(commit.message);
  const tree = await writeTree(directory, entries);
  expect(await writeCommit(directory, { message, tree, author, committer })).toBe(sha);
  await git(directory, ['update-ref', 'refs/heads/main', sha]);
}
