import type { Tree } from '../../../src/core/manifest/module.ts';
import { git } from './git.ts';

/** Files below a folder of the repository as they were at a tag, by their path in the folder. */
export async function releasedFiles(folder: string, tag: string): Promise<Tree> {
  const prefix = (await git(folder, 'rev-parse', '--show-prefix'))?.trim() ?? '';
  const listed = await git(folder, 'ls-tree', '-r', '-z', '--name-only', tag);
  const paths = (listed ?? '').split('\0').filter((path) => path !== '');
  const files = paths.map(
    async (path) => [path, (await git(folder, 'show', `${tag}:${prefix}${path}`)) ?? ''] as const,
  );
  return new Map(await Promise.all(files));
}
