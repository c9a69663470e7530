import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Arborist from '@npmcli/arborist';
import { satisfies } from 'semver';
import type { Module, NpmLock } from '../../core/manifest/module.ts';
import type { RegistryOptions } from './fetch-package.ts';

/**
 * The npm lock that serves all these modules: ours, plus what modules from elsewhere need.
 * npm's own resolver fills in what is missing; what ours pins stays as it is.
 * @throws Error when a module needs a version of a package that the catalogue does not have
 */
export async function lockPackages(
  modules: Iterable<Module>,
  npmLock: NpmLock,
  options: RegistryOptions = {},
): Promise<NpmLock> {
  const missing: Record<string, string> = {};
  for (const module of modules) {
    for (const [name, range] of Object.entries(needsOf(module))) {
      const version = npmLock.packages[`node_modules/${name}`]?.version;
      if (version === undefined) missing[name] = range;
      else if (!satisfies(version, range)) {
        throw new Error(`${module.id} needs ${name} ${range}, and the catalogue has ${version}.`);
      }
    }
  }
  return Object.keys(missing).length === 0 ? npmLock : resolved(missing, npmLock, options);
}

const needsOf = ({ dependencies, devDependencies }: Module) => ({
  ...devDependencies,
  ...dependencies,
});

async function resolved(
  missing: Record<string, string>,
  npmLock: NpmLock,
  options: RegistryOptions,
): Promise<NpmLock> {
  const path = await mkdtemp(join(tmpdir(), 'sotacode-lock-'));
  const write = (name: string, content: object) =>
    writeFile(join(path, name), JSON.stringify(content));
  try {
    const { root, packages } = ofServers(npmLock);
    await write('package.json', root);
    await write('package-lock.json', { ...npmLock, packages: { '': root, ...packages } });
    await new Arborist({
      ...options,
      path,
      ignoreScripts: true,
      packageLockOnly: true,
      omitLockfileRegistryResolved: true,
    }).reify({
      add: Object.entries(missing).map(([name, range]) => `${name}@${range}`),
    });
    return JSON.parse(await readFile(join(path, 'package-lock.json'), 'utf8')) as NpmLock;
  } finally {
    await rm(path, { recursive: true, force: true });
  }
}

/** What servers are made of: npm would need the folders of workspaces, so the root asks for all that they do. */
function ofServers({ packages }: NpmLock) {
  const entries = Object.entries(packages);
  const asking = entries.filter(([path]) => path.startsWith('modules/')).map(([, pkg]) => pkg);
  const root = {
    dependencies: Object.assign({}, ...asking.map((pkg) => pkg.dependencies)),
    devDependencies: Object.assign({}, ...asking.map((pkg) => pkg.devDependencies)),
  };
  const installed = entries.filter(([path, { link }]) => path.startsWith('node_modules/') && !link);
  return { root, packages: Object.fromEntries(installed) };
}
