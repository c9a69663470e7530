import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { Manifest } from '../core/manifest/manifest.ts';
import type { Module } from '../core/manifest/module.ts';
import { readTree } from './read-tree.ts';

const versions = z.record(z.string(), z.string()).default({});

const ModulePackage = z.object({
  name: z.string(),
  version: z.string(),
  description: z.string().min(1),
  dependencies: versions,
  devDependencies: versions,
  sotacode: Manifest,
});

/** @throws Error that names the module and what its package.json lacks */
export async function readModule(folder: string): Promise<Module> {
  const text = await readFile(join(folder, 'package.json'), 'utf8');
  const parsed = ModulePackage.safeParse(JSON.parse(text));
  if (!parsed.success) {
    throw new Error(`${folder}/package.json: ${z.prettifyError(parsed.error)}`);
  }
  const { version, description, dependencies, devDependencies, sotacode } = parsed.data;
  const [files, templates] = await Promise.all([
    readTree(join(folder, 'files')),
    readTree(join(folder, 'templates')),
  ]);
  return {
    id: basename(folder),
    version,
    description,
    manifest: sotacode,
    dependencies,
    devDependencies,
    files,
    templates,
  };
}
