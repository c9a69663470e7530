import { lstat, mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fail, ok, problem, type Result } from '../core/errors/problem.ts';
import type { Tree } from '../core/manifest/module.ts';
import { overwrittenPaths } from '../core/merge/overwritten-paths.ts';
import { blobId } from '../core/render/blob-id.ts';
import { Lock, lockPath } from '../core/render/lock.ts';

export interface WrittenTree {
  /** Absolute, without symbolic links. */
  folder: string;
  files: string[];
  /** Files of an earlier server in the folder that this one does not have. */
  leftovers: string[];
}

/**
 * Writes a server into a folder below one of the roots. Files that this tool wrote and nobody has
 * edited since are replaced; if any other would be, nothing is written.
 */
export async function writeTree(
  roots: readonly string[],
  folder: string,
  tree: Tree,
): Promise<Result<WrittenTree>> {
  const real = await Promise.all(roots.map((root) => realpath(root)));
  const target = await withoutLinks(resolve(real[0] ?? '', folder));
  if (!real.some((root) => isInside(target, root))) {
    return fail(problem('folder.outside', { folder, roots: real.join(', ') }));
  }
  const present = await presentBlobs(target, [...tree.keys()]);
  const lock = await readLock(target);
  const known = new Map(Object.entries(lock?.files ?? {}));
  const foreign = overwrittenPaths(present, tree)
    .filter((path) => present.get(path) !== known.get(path))
    .filter((path) => !(lock && path === lockPath));
  if (foreign.length > 0) {
    const paths = foreign.slice(0, 5).join(', ');
    return fail(problem('folder.files-exist', { folder, paths }));
  }
  for (const [path, content] of tree) {
    await mkdir(dirname(join(target, path)), { recursive: true });
    await writeFile(join(target, path), content);
  }
  const gone = [...known.keys()].filter((path) => !tree.has(path));
  const leftovers = [...(await presentBlobs(target, gone)).keys()];
  return ok({ folder: target, files: [...tree.keys()], leftovers });
}

/** The path with every link on the way resolved, as far as it exists. */
async function withoutLinks(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return join(await withoutLinks(dirname(path)), relative(dirname(path), path));
  }
}

const isInside = (path: string, root: string) =>
  path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);

/** Which of the paths exist, by blob id; what is no plain file inside has an id of its own. */
async function presentBlobs(folder: string, paths: readonly string[]) {
  const found = new Map<string, string>();
  for (const path of paths) {
    const absolute = join(folder, path);
    if (!isInside(absolute, folder)) continue;
    const stats = await lstat(absolute).catch(() => null);
    const isElsewhere = (await withoutLinks(dirname(absolute))) !== dirname(absolute);
    if (!stats && !isElsewhere) continue;
    const isPlain = stats?.isFile() && !isElsewhere;
    found.set(path, isPlain ? blobId(await readFile(absolute, 'utf8')) : 'no plain file');
  }
  return found;
}

async function readLock(folder: string): Promise<Lock | null> {
  const text = await readFile(join(folder, lockPath), 'utf8').catch(() => '{}');
  try {
    return Lock.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
