import type { Choice } from './covering-array.ts';

const known = new Map<string, number[][]>();

/** All ways to choose `size` of the numbers below `count`. */
export function combinations(count: number, size: number): number[][] {
  const key = `${count} ${size}`;
  const found = known.get(key) ?? choose(count, size);
  known.set(key, found);
  return found;
}

const choose = (count: number, size: number, from = 0): number[][] =>
  size === 0
    ? [[]]
    : Array.from({ length: Math.max(0, count - from) }, (_, index) => from + index).flatMap(
        (first) => choose(count, size - 1, first + 1).map((rest) => [first, ...rest]),
      );

/** The same for the same choice, in whatever order it was made. */
export const tupleKey = (choice: Choice): string =>
  [...choice]
    .sort(([a], [b]) => a - b)
    .map(([factor, value]) => `${factor}=${value}`)
    .join(' ');
