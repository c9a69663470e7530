import { readFile } from 'node:fs/promises';
import { valid } from 'semver';
import { z } from 'zod';
import type { Module } from '../../core/manifest/module.ts';
import { moduleFrom } from '../module-from.ts';
import { fetchPackage, type PackageSource, type RegistryOptions } from './fetch-package.ts';

const PackageName = z.string().regex(/^@[a-z0-9-]+\/(sotacode-)?[a-z][a-z0-9-]{0,39}$/);

/** The file that `SOTACODE_MODULES` names: packages of third parties that this installation offers. */
export const ModulePackages = z.record(
  PackageName,
  z.strictObject({
    version: z.string().refine((version) => valid(version) !== null, 'must be an exact version'),
    /** `npm view <name>@<version> dist.integrity` */
    integrity: z.string().regex(/^sha512-[A-Za-z0-9+/]{86}==$/),
  }),
);

/** @throws Error that names the file and what is wrong in it */
export async function readModulePackages(path: string): Promise<PackageSource[]> {
  const parsed = ModulePackages.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path}: ${z.prettifyError(parsed.error)}`);
  return Object.entries(parsed.data).map(([name, pin]) => ({ name, ...pin }));
}

/**
 * Fetches a module of a third party. Its id is the package's name without `@scope/` and `sotacode-`.
 * @throws Error when it does not arrive whole, is no module, or writes outside of its own folders
 */
export async function fetchModule(
  source: PackageSource,
  options: RegistryOptions = {},
): Promise<Module> {
  const id = source.name.replace(/^@[^/]+\/(sotacode-)?/, '');
  const place = `${source.name}@${source.version}`;
  const { files, integrity } = await fetchPackage(source, options);
  const module = moduleFrom(id, files, place);
  const strange = foreignPaths(id, module);
  if (strange.length > 0) {
    throw new Error(`${place} writes outside of its own folders: ${strange.join(', ')}`);
  }
  return { ...module, package: { name: source.name, integrity } };
}

/** A module of somebody else may add files of its own, never touch those of others. */
function foreignPaths(id: string, { files, templates }: Module): string[] {
  const own = [
    new RegExp(`^(src|test)/modules/${id}/`),
    new RegExp(`^migrations/${id.replaceAll('-', '_')}[a-z0-9_]*\\.sql$`),
    new RegExp(`^(src/commands|test/helpers|test/setup)/${id}[a-z0-9-]*\\.ts$`),
  ];
  const filled = [...templates.keys()]
    .filter((path) => path !== 'readme.md.hbs')
    .map((path) => path.replace(/\.hbs$/, ''));
  return [...files.keys(), ...filled].filter((path) => !own.some((each) => each.test(path)));
}
