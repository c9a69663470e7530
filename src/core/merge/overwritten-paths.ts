import type { Tree } from '../manifest/module.ts';
import { blobId } from '../render/blob-id.ts';

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
  const harmless = new Set(replaceable.map(blobId));
  return [...files]
    .filter(([path, content]) => {
      const blob = base.get(path);
      return blob !== undefined && blob !== blobId(content) && !harmless.has(blob);
    })
    .map(([path]) => path)
    .sort();
}
