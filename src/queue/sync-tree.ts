import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Forces a directory with everything in it, and its own name, to disk. */
export function syncTree(directory: string): void {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  for (const entry of entries) syncPath(`${entry.parentPath}/${entry.name}`);
  syncPath(directory);
  syncPath(dirname(directory));
}

function syncPath(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
