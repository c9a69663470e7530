import type { Tree } from '../../../src/core/manifest/module.ts';
import { type Bump, type Change, compareSurfaces } from './compare-surfaces.ts';
import { type ModuleState, surfaceOf } from './surface.ts';

const ranks: Bump[] = ['none', 'patch', 'minor', 'major'];

export const rank = (bump: Bump) => ranks.indexOf(bump);
export const largest = (bumps: readonly Bump[]): Bump =>
  ranks[Math.max(0, ...bumps.map(rank))] ?? 'none';

/** The smallest bump that tells the truth about a change, and what calls for it. */
export function honestBump(
  before: ModuleState,
  after: ModuleState,
): { bump: Bump; reasons: string[] } {
  const changes: Change[] = compareSurfaces(surfaceOf(before), surfaceOf(after));
  const bump = largest(changes.map((change) => change.bump));
  if (rank(bump) >= rank('patch')) {
    return { bump, reasons: changes.filter((each) => each.bump === bump).map(({ what }) => what) };
  }
  const paths = changedPaths(content(before.files), content(after.files));
  return paths.length === 0
    ? { bump: 'none', reasons: [] }
    : { bump: 'patch', reasons: paths.map((path) => `${path} was changed`) };
}

/** Everything but what a release itself writes: the changelog and the version. */
const content = (files: Tree): Tree =>
  new Map(
    [...files]
      .filter(([path]) => path !== 'CHANGELOG.md')
      .map(([path, text]) => [path, path === 'package.json' ? withoutVersion(text) : text]),
  );

function withoutVersion(text: string): string {
  const { version: _, ...rest } = JSON.parse(text) as { version?: string };
  return JSON.stringify(rest);
}

const changedPaths = (before: Tree, after: Tree): string[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .sort();
