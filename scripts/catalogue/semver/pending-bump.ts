import { join } from 'node:path';
import { parse } from 'yaml';
import { readTree } from '../../../src/registry/read-tree.ts';
import type { Bump } from './compare-surfaces.ts';
import { largest } from './honest-bump.ts';

/** The bump that the changesets of a repository announce for a package. */
export async function pendingBump(root: string, name: string): Promise<Bump> {
  const files = await readTree(join(root, '.changeset'));
  const bumps = [...files]
    .filter(([path]) => path.endsWith('.md'))
    .map(([, text]) => /^---\n([\s\S]*?)\n?---/.exec(text)?.[1] ?? '')
    .map((head) => (parse(head) as Record<string, Bump> | null)?.[name] ?? 'none');
  return largest(bumps);
}
