import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Module } from '../core/manifest/module.ts';
import type { Catalogue } from '../flows/ports.ts';
import { gitReleases } from './git/git-releases.ts';
import { lockPackages } from './npm/lock-packages.ts';
import { fetchModule, readModulePackages } from './npm/module-packages.ts';
import { npmReleases } from './npm/npm-releases.ts';
import { registry } from './registry.ts';
import { treeCatalogue } from './tree-catalogue.ts';

/**
 * What this installation offers.
 * @param root folder that holds `modules/`, `templates/` and `package-lock.json`; old versions come
 *   from its git tags where it is a clone, and from npm
 * @param env `SOTACODE_MODULES`: file of third parties' packages; `npm_config_registry`, as for npm
 */
export function installedCatalogue(
  root: string,
  env: Record<string, string | undefined>,
): Catalogue {
  const options = env.npm_config_registry ? { registry: env.npm_config_registry } : {};
  const list = env.SOTACODE_MODULES;
  const packages = async (file: string): Promise<Module[]> => {
    const sources = await readModulePackages(file);
    return Promise.all(sources.map((source) => fetchModule(source, options)));
  };
  return registry({
    current: treeCatalogue(root),
    releases: [
      ...(existsSync(join(root, '.git')) ? [gitReleases(root)] : []),
      npmReleases(options),
    ],
    ...(list ? { packages: () => packages(list) } : {}),
    lockPackages: (modules, npmLock) => lockPackages(modules, npmLock, options),
  });
}
