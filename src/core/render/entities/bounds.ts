import type { Column } from './column.ts';
import { withArticle, words } from './names.ts';

type Bounds = Pick<Column, 'min' | 'max'>;

/** Two values within the bounds, the smaller first: these, or the ones nearest to a bound. */
export function twoWithin({ min, max }: Bounds, low: number, high: number): [string, string] {
  if (low >= (min ?? low) && high <= (max ?? high)) return [`${low}`, `${high}`];
  const first = min ?? (max ?? high) - 1;
  return [`${first}`, `${Math.min(first + 1, max ?? first + 1)}`];
}

/** An expression in which `n` counts the rows: values of their own as long as the bounds allow it. */
export function sampleWithin({ min, max }: Bounds, sample: string): string {
  const isWide = max === undefined || max >= 1_000_000;
  if (isWide) return (min ?? 0) > 1 ? `${min} + ${sample}` : sample;
  const low = min ?? max - 1000;
  const counted = `n % ${Math.floor(max - low) + 1}`;
  return low === 0 ? counted : `${low} + (${counted})`;
}

/** What is wrong, and a value beyond the bound. */
export function beyond({ name, min, max }: Column): [what: string, literal: string][] {
  const what = withArticle(words(name).join(' '));
  return [
    ...(min === undefined ? [] : [[`${what} that is too low`, `${min - 1}`] as [string, string]]),
    ...(max === undefined ? [] : [[`${what} that is too high`, `${max + 1}`] as [string, string]]),
  ];
}

/** The schema of a column within its bounds. Money from nothing up has a schema of its own. */
export function boundedSchema({ kind, min, max }: Column, schema: string): string {
  const bounds = [
    ...(min === undefined || (kind === 'amount' && min === 0) ? [] : [`minimum: ${min}`]),
    ...(max === undefined ? [] : [`maximum: ${max}`]),
  ];
  return bounds.length > 0 ? `within(${schema}, { ${bounds.join(', ')} })` : schema;
}

/** The same in SQL. */
export const boundsCondition = ({ min, max }: Bounds, column: string): string =>
  [
    ...(min === undefined ? [] : [`${column} >= ${min}`]),
    ...(max === undefined ? [] : [`${column} <= ${max}`]),
  ].join(' and ');
