import type { FileVisibility } from '../../contracts/files.ts';

export const visibilities = ['private', 'public'] as const satisfies FileVisibility[];

export const isVisibility = (value: unknown): value is FileVisibility =>
  (visibilities as readonly unknown[]).includes(value);
