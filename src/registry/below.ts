import type { Tree } from '../core/manifest/module.ts';

/** What lies in a folder of a tree, by its path inside of the folder. */
export const below = (folder: string, tree: Tree): Tree =>
  new Map(
    [...tree]
      .filter(([path]) => path.startsWith(`${folder}/`))
      .map(([path, text]) => [path.slice(folder.length + 1), text]),
  );
