interface Person {
  name: string;
  email: string;
  date: string;
}

interface Commit {
  sha: string;
  message: string;
  author: Person;
  committer: Person;
  tree: { sha: string };
  parents: { sha: string }[];
}

/** A branch's newest commit and all of its files, as the Git Data API tells them. */
export interface GitObjects {
  commit: Commit;
  files: Map<string, { sha: string; mode: string; text: string }>;
}

type Ask = <T>(path: string) => Promise<T>;
type Entry = { path: string; type: string; sha: string; mode: string };

export async function objectsAt(ask: Ask, branch: string): Promise<GitObjects> {
  const { object } = await ask<{ object: { sha: string } }>(`/git/ref/heads/${branch}`);
  const commit = await ask<Commit>(`/git/commits/${object.sha}`);
  const { tree } = await ask<{ tree: Entry[] }>(`/git/trees/${commit.tree.sha}?recursive=1`);
  const files: GitObjects['files'] = new Map();
  for (const { path, sha, mode } of tree.filter(({ type }) => type === 'blob')) {
    const { content } = await ask<{ content: string }>(`/git/blobs/${sha}`);
    files.set(path, { sha, mode, text: Buffer.from(content, 'base64').toString() });
  }
  return { commit, files };
}
