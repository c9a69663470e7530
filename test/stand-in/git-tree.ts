import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HttpError } from './find.ts';
import { git } from './git.ts';

export interface TreeEntry {
  path: string;
  mode: string;
  type: string;
  content?: string;
  sha?: string | null;
}

/** Lays entries over a tree in four git processes, whatever their number. */
export async function writeTree(
  directory: string,
  entries: TreeEntry[],
  baseTree?: string,
): Promise<string> {
  const scratch = await mkdtemp(join(tmpdir(), 'stand-in-tree-'));
  const env = { GIT_INDEX_FILE: join(scratch, 'index') };
  try {
    if (baseTree) await git(directory, ['read-tree', baseTree], { env });
    const blobs = await writeBlobs(directory, scratch, entries);
    const lines = entries.map(({ path, mode, sha }, index) =>
      sha === null ? `0 ${'0'.repeat(40)}\t${path}\n` : `${mode} ${sha ?? blobs[index]}\t${path}\n`,
    );
    await git(directory, ['update-index', '--index-info'], { env, input: lines.join('') });
    return (await git(directory, ['write-tree'], { env })).trim();
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function writeBlobs(directory: string, scratch: string, entries: TreeEntry[]) {
  if (entries.some(({ path, mode, type }) => !path || !mode || !type)) {
    throw new HttpError(422, 'tree entries need mode, type and path');
  }
  const paths = entries.map((_, index) => join(scratch, String(index)));
  await Promise.all(
    entries.map(({ content = '' }, index) => writeFile(paths[index] ?? '', content)),
  );
  const args = ['hash-object', '-w', '--no-filters', '--stdin-paths'];
  return (await git(directory, args, { input: `${paths.join('\n')}\n` })).split('\n');
}

export async function readTree(directory: string, id: string, recursive: boolean) {
  const flags = recursive ? ['-r', '-t'] : [];
  const text = await git(directory, ['ls-tree', '-z', ...flags, id]).catch(() => null);
  if (text === null) return null;
  const tree = text
    .split('\0')
    .filter(Boolean)
    .map((line) => {
      const [mode, type, sha, path] = line.split(/[ \t]/);
      return { mode, type, sha, path: line.slice(line.indexOf('\t') + 1) || path };
    });
  const sha = (await git(directory, ['rev-parse', `${id}^{tree}`])).trim();
  return { sha, tree, truncated: false };
}
