import { createHash } from 'node:crypto';
import type { Tree } from '../manifest/module.ts';

/** Its presence says that the repository's generated files are ours. */
export const lockPath = 'sotacode.lock.json';

/** The id that git gives to this content. */
export function gitBlobId(content: string): string {
  const bytes = Buffer.from(content);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/**
 * Files of a repository that SotACode did not write and that a proposal would replace by something else.
 * @param base path -> git blob id
 * @param replaceable contents that nobody will miss, such as the title README of a new repository
 */
export function overwrittenPaths(
  base: ReadonlyMap<string, string>,
  files: Tree,
  replaceable: readonly string[] = [],
): string[] {
  if (base.has(lockPath)) return [];
  const harmless = new Set(replaceable.map(gitBlobId));
  return [...files]
    .filter(([path, content]) => {
      const blob = base.get(path);
      return blob !== undefined && blob !== gitBlobId(content) && !harmless.has(blob);
    })
    .map(([path]) => path)
    .sort();
}
