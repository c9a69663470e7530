import { jsonIn } from '../json-in.ts';
import type { Attempt } from './attempt.ts';

/** Requests that say a little less, the shortest first. */
export const shorterThan = (attempt: Attempt): Attempt[] => [
  ...(attempt.query.length > 0 ? [{ ...attempt, query: [] }] : []),
  ...attempt.query.map((_, index) => ({ ...attempt, query: attempt.query.toSpliced(index, 1) })),
  ...shorterBodies(attempt.body).map((body) => ({ ...attempt, body })),
];

function shorterBodies(body: string | undefined): string[] {
  const value = body === undefined ? undefined : objectIn(body);
  if (!value) return [];
  const without = Object.keys(value).map((name) => {
    const { [name]: _, ...rest } = value;
    return JSON.stringify(rest);
  });
  return [...(Object.keys(value).length > 1 ? ['{}'] : []), ...without];
}

function objectIn(text: string): Record<string, unknown> | undefined {
  const value = jsonIn(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
