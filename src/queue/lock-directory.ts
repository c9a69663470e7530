import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Takes a directory for this process alone, because PGlite takes no lock of its own and two
 * processes would destroy its files. The operating system frees the lock when the process dies.
 */
export function lockDirectory(directory: string): () => void {
  mkdirSync(dirname(directory), { recursive: true });
  const lock = new DatabaseSync(`${directory}.lock`);
  try {
    lock.exec('pragma locking_mode=exclusive; begin exclusive; commit;');
  } catch (cause) {
    lock.close();
    throw new Error(`${directory} is in use by another process`, { cause });
  }
  return () => lock.close();
}
