import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../repository.ts';

/** What an installed package says of itself. */
export interface PackageJson {
  version?: string;
  license?: string | { type?: string };
  licenses?: { type?: string }[];
  bin?: string | Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** @param path as in a lock file: `node_modules/fastify`; null when npm did not install it here */
export function installedPackage(path: string): PackageJson | null {
  const file = join(repository, path, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** Commands that a package installs. */
export function commandsOf(name: string): string[] {
  const { bin = {} } = installedPackage(`node_modules/${name}`) ?? {};
  return typeof bin === 'string' ? [name.split('/').at(-1) ?? name] : Object.keys(bin);
}
