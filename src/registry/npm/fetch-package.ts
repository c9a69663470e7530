import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pacote from 'pacote';
import type { Tree } from '../../core/manifest/module.ts';
import { readTree } from '../read-tree.ts';

export interface PackageSource {
  /** `@scope/name` */
  name: string;
  /** Exact. */
  version: string;
  /** SRI hash of the package: `sha512-…`. What arrives must have it. */
  integrity?: string | undefined;
}

/** How npm's registry is asked: `{ registry, '//host/:_authToken' }`; npm's own defaults when empty. */
export type RegistryOptions = Record<string, string>;

/**
 * The text files of a published package. It is unpacked, never installed: none of its scripts run.
 * @throws Error with npm's code: EINTEGRITY, E404, ETARGET
 */
export async function fetchPackage(
  { name, version, integrity }: PackageSource,
  options: RegistryOptions = {},
): Promise<{ files: Tree; integrity: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'sotacode-package-'));
  try {
    const expected = integrity === undefined ? {} : { integrity };
    const fetched = await pacote.extract(`${name}@${version}`, folder, { ...options, ...expected });
    return { files: await readTree(folder), integrity: String(fetched.integrity) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
