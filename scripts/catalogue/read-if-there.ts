import { readFile } from 'node:fs/promises';

/** Text of a file, or null where there is none. */
export const readIfThere = (path: string) => readFile(path, 'utf8').catch(() => null);
