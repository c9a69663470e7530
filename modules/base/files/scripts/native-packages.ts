import { existsSync, readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

interface PackageFile {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  napi?: object;
}

const here = import.meta.dirname;

export const readPackage = (dir: string): PackageFile =>
  JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));

/** Dependencies with machine code, which cannot be bundled. */
export const nativePackages = () =>
  Object.keys(readPackage('.').dependencies ?? {}).filter((name) => {
    const dir = folderOf(name);
    return dir && (readPackage(dir).napi || existsSync(join(dir, 'binding.gyp')));
  });

/**
 * Copies a package, and what it needs, as far as it is installed.
 * @param from folder of the installation; this one unless told
 */
export async function copyPackage(name: string, to: string, from = here): Promise<void> {
  const dir = folderOf(name, from);
  if (!dir) return;
  await cp(dir, join(to, name), { recursive: true, dereference: true });
  const { dependencies, optionalDependencies } = readPackage(dir);
  for (const needed of Object.keys({ ...dependencies, ...optionalDependencies }))
    await copyPackage(needed, to, from);
}

const folderOf = (name: string, from = here) =>
  (createRequire(join(from, 'package.json')).resolve.paths(name) ?? [])
    .map((folder) => join(folder, name))
    .find((folder) => existsSync(join(folder, 'package.json')));
