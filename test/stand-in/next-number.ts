import type { Repository } from './world.ts';

/** Issues and pull requests share their numbers. */
export const nextNumber = ({ issues, pulls }: Repository): number =>
  Math.max(0, ...[...issues, ...pulls].map(({ number }) => number)) + 1;
