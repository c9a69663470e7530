import { z } from 'zod';
import { Manifest } from '../core/manifest/manifest.ts';
import type { Module, Tree } from '../core/manifest/module.ts';
import { below } from './below.ts';

const versions = z.record(z.string(), z.string()).default({});

const ModulePackage = z.object({
  name: z.string(),
  version: z.string(),
  description: z.string().min(1),
  dependencies: versions,
  devDependencies: versions,
  sotacode: Manifest,
});

/**
 * A module out of the files of its folder.
 * @param place where the folder is, for the error's sentence
 * @throws Error that names the place and what its package.json lacks
 */
export function moduleFrom(id: string, folder: Tree, place: string): Module {
  const parsed = ModulePackage.safeParse(JSON.parse(folder.get('package.json') ?? '{}'));
  if (!parsed.success) throw new Error(`${place}/package.json: ${z.prettifyError(parsed.error)}`);
  const { version, description, dependencies, devDependencies, sotacode } = parsed.data;
  return {
    id,
    version,
    description,
    manifest: sotacode,
    dependencies,
    devDependencies,
    files: below('files', folder),
    templates: below('templates', folder),
  };
}
