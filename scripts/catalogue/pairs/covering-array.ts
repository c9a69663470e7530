import { combinations, tupleKey } from './combinations.ts';
import { mulberry32 } from './random.ts';

export interface Factor {
  name: string;
  values: readonly string[];
}

/** Index of a value for each factor that is decided: factor -> value. */
export type Choice = ReadonlyMap<number, number>;

export interface CoveringOptions {
  /** How many factors' values meet in every way: 2 for pairs. */
  strength: number;
  /** Whether a choice, perhaps of some factors only, can be completed. */
  feasible(choice: Choice): boolean;
  seed?: number;
}

const candidatesPerRow = 12;

/**
 * Rows in which every feasible combination of `strength` values stands at least once: greedy, as in
 * AETG. A row grows from a combination that is not covered yet, by the values that cover the most.
 */
export function coveringArray(factors: readonly Factor[], options: CoveringOptions): number[][] {
  const { feasible, strength, seed = 1 } = options;
  const random = mulberry32(seed);
  const open = feasibleTuples(factors, strength, feasible);
  const rows: number[][] = [];
  while (open.size > 0) {
    const starts = [...open.values()];
    const grown = Array.from({ length: Math.min(candidatesPerRow, starts.length) }, (_, index) => {
      const start = starts[index === 0 ? 0 : Math.floor(random() * starts.length)];
      return grow(factors, new Map(start), { open, random, feasible, strength });
    });
    const best = grown.reduce((one, other) => (other.gain > one.gain ? other : one));
    for (const key of keysOf(best.row, strength)) open.delete(key);
    rows.push(factors.map((_, index) => best.row.get(index) ?? 0));
  }
  return rows;
}

/** Every combination that can be part of a row, by its key. */
export function feasibleTuples(
  factors: readonly Factor[],
  strength: number,
  feasible: CoveringOptions['feasible'],
): Map<string, Choice> {
  const tuples = new Map<string, Choice>();
  for (const chosen of combinations(factors.length, Math.min(strength, factors.length)))
    for (const choice of assignments(factors, chosen))
      if (feasible(choice)) tuples.set(tupleKey(choice), choice);
  return tuples;
}

function assignments(factors: readonly Factor[], chosen: readonly number[]): Choice[] {
  return chosen.reduce<Choice[]>(
    (all, factor) =>
      all.flatMap((choice) =>
        (factors[factor]?.values ?? []).map((_, value) => new Map(choice).set(factor, value)),
      ),
    [new Map()],
  );
}

interface Growth {
  open: ReadonlyMap<string, Choice>;
  random: () => number;
  feasible: CoveringOptions['feasible'];
  strength: number;
}

/** Decides the factors that are left, in any order, each for the value that covers the most. */
function grow(factors: readonly Factor[], start: Map<number, number>, growth: Growth) {
  const { open, random, feasible, strength } = growth;
  const order = factors
    .map((_, index) => ({ index, place: random() }))
    .filter(({ index }) => !start.has(index))
    .sort((a, b) => a.place - b.place);
  const row = start;
  for (const { index } of order) {
    const ranked = (factors[index]?.values ?? [])
      .map((_, value) => ({ value, gain: gainOf(row, index, value, growth) + random() / 2 }))
      .sort((a, b) => b.gain - a.gain);
    const fitting = ranked.find(({ value }) => feasible(new Map(row).set(index, value)));
    if (!fitting) throw new Error(`No value of ${factors[index]?.name} fits a feasible choice.`);
    row.set(index, fitting.value);
  }
  return { row, gain: keysOf(row, strength).filter((key) => open.has(key)).length };
}

/** How many open combinations a value would cover, together with what is decided. */
function gainOf(row: Choice, index: number, value: number, { open, strength }: Growth): number {
  const decided = [...row];
  let gain = 0;
  for (const chosen of combinations(decided.length, Math.min(strength - 1, decided.length))) {
    const rest = chosen.map((at) => decided[at] as [number, number]);
    if (open.has(tupleKey(new Map([...rest, [index, value]])))) gain += 1;
  }
  return gain;
}

const keysOf = (row: Choice, strength: number): string[] => {
  const decided = [...row];
  return combinations(decided.length, Math.min(strength, decided.length)).map((chosen) =>
    tupleKey(new Map(chosen.map((at) => decided[at] as [number, number]))),
  );
};
