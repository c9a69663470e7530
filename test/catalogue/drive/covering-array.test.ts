import { describe, expect, it } from 'vitest';
import {
  type Choice,
  coveringArray,
  type Factor,
  feasibleTuples,
} from '../../../scripts/catalogue/pairs/covering-array.ts';

const factors = (count: number, values: number): Factor[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `factor ${index}`,
    values: Array.from({ length: values }, (_, value) => `${value}`),
  }));

const anything = () => true;

/** The last factor may only be 1 where the first is 1; the second and third are never both 1. */
const rules = (choice: Choice) => {
  const last = choice.get(7) ?? 0;
  const both = choice.get(1) === 1 && choice.get(2) === 1;
  return !both && !(last === 1 && choice.get(0) === 0);
};

/** How many of the combinations stand in no row. */
function missing(rows: readonly number[][], tuples: Iterable<Choice>): number {
  const stands = (choice: Choice) =>
    rows.some((row) => [...choice].every(([factor, value]) => row[factor] === value));
  return [...tuples].filter((choice) => !stands(choice)).length;
}

describe('a covering array', () => {
  it.each([
    { count: 10, values: 2, strength: 2, most: 10 },
    { count: 31, values: 2, strength: 2, most: 14 },
    { count: 13, values: 3, strength: 2, most: 22 },
    { count: 10, values: 2, strength: 3, most: 22 },
  ])(
    'of $count factors with $values values covers all in at most $most rows (strength $strength)',
    (each) => {
      const all = factors(each.count, each.values);
      const rows = coveringArray(all, { strength: each.strength, feasible: anything });
      const tuples = feasibleTuples(all, each.strength, anything);
      expect(missing(rows, tuples.values())).toBe(0);
      expect(rows.length).toBeLessThanOrEqual(each.most);
    },
  );

  it.each([2, 3])('covers what is feasible, and nothing else (strength %i)', (strength) => {
    const all = factors(8, 2);
    const rows = coveringArray(all, { strength, feasible: rules });
    const tuples = feasibleTuples(all, strength, rules);
    expect(tuples.size).toBeLessThan(feasibleTuples(all, strength, anything).size);
    expect(missing(rows, tuples.values())).toBe(0);
    expect(rows.every((row) => rules(new Map(row.entries())))).toBe(true);
  });

  it('is the same for the same seed', () => {
    const make = (seed: number) =>
      coveringArray(factors(8, 3), { strength: 2, feasible: anything, seed });
    expect(make(5)).toEqual(make(5));
    expect(make(5)).not.toEqual(make(6));
  });
});
