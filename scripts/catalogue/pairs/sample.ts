import { createHash } from 'node:crypto';

/** A number that changes whenever the text does. */
export const seedOf = (text: string): number =>
  createHash('sha256').update(text).digest().readUInt32BE(0);

/** Rows in a line, beginning where the seed says: with other seeds, all have their turn. */
export const sampleRows = <T>(rows: readonly T[], count: number, seed: number): T[] =>
  Array.from({ length: Math.min(count, rows.length) }, (_, index) => (seed + index) % rows.length)
    .sort((a, b) => a - b)
    .flatMap((index) => rows.slice(index, index + 1));
