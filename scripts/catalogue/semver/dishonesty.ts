import semver from 'semver';
import type { Bump } from './compare-surfaces.ts';

export interface Versions {
  released: string;
  /** In package.json. */
  present: string;
  /** What the changesets announce. */
  pending: Bump;
  /** What the change calls for. */
  honest: Bump;
}

/** What is wrong with a version, or null. */
export function dishonesty({ released, present, pending, honest }: Versions): string | null {
  if (semver.lt(present, released)) return `version ${present} is below the released ${released}`;
  if (honest === 'none') return null;
  const next = pending === 'none' ? present : semver.inc(present, pending);
  const least = semver.inc(released, honest);
  if (next === null || least === null || semver.gte(next, least)) return null;
  return next === released
    ? `it changed since ${released}, and neither its version nor a changeset says so`
    : `it becomes ${next}, and what changed since ${released} calls for ${least} (${honest})`;
}
