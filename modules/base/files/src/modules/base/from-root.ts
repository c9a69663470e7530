import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Makes a path absolute: a relative one starts at the server's folder, wherever it is started. */
export const fromRoot = (path: string): string => resolve(packageRoot(import.meta.dirname), path);

/** The same for sources and for the bundle. */
function packageRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? process.cwd() : packageRoot(parent);
}
