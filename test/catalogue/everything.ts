import type { Module } from '../../src/core/manifest/module.ts';
import { resolve } from '../../src/core/resolve/resolve.ts';
import { aPlan } from '../builders.ts';
import { catalogue } from '../servers/render-to.ts';

/**
 * As many modules as can stand together: the favourite, then those that get on with all others;
 * of several that want one slot, the one that is preferred.
 */
export const everything = (favourite?: string): string[] =>
  [...catalogue.modules.values()]
    .sort((a, b) => rank(b, favourite) - rank(a, favourite))
    .reduce<string[]>((chosen, { id }) => {
      const more = chosen.concat(id);
      return resolve(aPlan(more), catalogue).ok ? more : chosen;
    }, []);

function rank({ id, manifest }: Module, favourite?: string): number {
  if (id === favourite) return Number.POSITIVE_INFINITY;
  return manifest.preference - 1000 * manifest.conflicts.length;
}
