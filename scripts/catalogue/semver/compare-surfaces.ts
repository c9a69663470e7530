import { isDeepStrictEqual } from 'node:util';
import type { Surface } from './surface.ts';

export type Bump = 'none' | 'patch' | 'minor' | 'major';

export interface Change {
  bump: Bump;
  /** `the option ttl was removed`. */
  what: string;
}

type Thing = Record<string, unknown>;
/** What a thing's change means, where not every change of it breaks somebody. */
type Weigh = (before: unknown, after: unknown) => Bump;

/** Texts that people read; nothing depends on them. */
const prose = new Set(['description', 'summary', 'why', 'secret']);

const weights: Record<string, Weigh> = {
  option: (before, after) => weighOption(before as Thing, after as Thing),
  'environment variable': (before, after) => weighVariable(before as Thing, after as Thing),
  capability: (before, after) => (majorOf(before) === majorOf(after) ? 'minor' : 'major'),
  script: () => 'patch',
  conflict: () => 'patch',
};

/** What became of each thing that others may build on: removing or changing it breaks, adding does not. */
export const compareSurfaces = (before: Surface, after: Surface): Change[] =>
  Object.keys(after).flatMap((kind) => compareKind(kind, before[kind] ?? {}, after[kind] ?? {}));

function compareKind(kind: string, before: Thing, after: Thing): Change[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name) => {
    const change = compareThing(kind, name, before, after);
    return change.bump === 'none' ? [] : [change];
  });
}

function compareThing(kind: string, name: string, before: Thing, after: Thing): Change {
  const thing = `the ${kind} ${name}`;
  if (!(name in before)) return { bump: added(kind, after[name]), what: `${thing} was added` };
  if (!(name in after)) return { bump: removed(kind), what: `${thing} was removed` };
  if (isDeepStrictEqual(before[name], after[name])) return { bump: 'none', what: '' };
  const weigh = weights[kind] ?? weighByFields;
  return { bump: weigh(before[name], after[name]), what: `${thing} was changed` };
}

/** A variable that must be set, and a module that must not be there, stop servers that ran before. */
function added(kind: string, thing: unknown): Bump {
  if (kind === 'environment variable')
    return (thing as Thing).required === true ? 'major' : 'minor';
  return kind === 'conflict' ? 'major' : 'minor';
}

const removed = (kind: string): Bump => (kind === 'conflict' ? 'minor' : 'major');

/** An option may come to take more values; whatever it took before it must take, and mean, still. */
function weighOption(before: Thing, after: Thing): Bump {
  const values = (thing: Thing) => thing.enum as unknown[] | undefined;
  const takesAll = (values(before) ?? []).every((value) => values(after)?.includes(value) ?? true);
  const narrowed =
    !takesAll ||
    (values(before) === undefined && values(after) !== undefined) ||
    bound(after.minimum, -Infinity) > bound(before.minimum, -Infinity) ||
    bound(after.maximum, Infinity) < bound(before.maximum, Infinity);
  if (narrowed || before.type !== after.type || before.default !== after.default) return 'major';
  const limits = ({ enum: list, minimum, maximum }: Thing) => [list, minimum, maximum];
  return isDeepStrictEqual(limits(before), limits(after)) ? 'patch' : 'minor';
}

/** A variable that need no longer be set breaks nobody. */
function weighVariable(before: Thing, after: Thing): Bump {
  if (before.required === true && after.required !== true) {
    const rest = weighByFields({ ...before, required: false }, { ...after, required: false });
    return rest === 'major' ? 'major' : 'minor';
  }
  return weighByFields(before, after);
}

function weighByFields(before: unknown, after: unknown): Bump {
  if (typeof before !== 'object' || typeof after !== 'object') return 'major';
  return isDeepStrictEqual(withoutProse(before), withoutProse(after)) ? 'patch' : 'major';
}

const withoutProse = (thing: unknown) =>
  Object.fromEntries(
    Object.entries(thing as Thing).filter(([field, value]) => !prose.has(field) && value !== false),
  );

const bound = (value: unknown, otherwise: number) =>
  typeof value === 'number' ? value : otherwise;
const majorOf = (version: unknown) => String(version).split('.')[0];
