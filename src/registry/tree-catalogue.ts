import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CatalogueData, Module, NpmLock } from '../core/manifest/module.ts';
import { Blueprint } from '../core/plan/blueprint.ts';
import type { Catalogue } from '../flows/ports.ts';
import { readModule } from './read-module.ts';
import { readTree, subfolders } from './read-tree.ts';

/**
 * The catalogue as it lies in a checkout of this repository.
 * @param root folder that holds `modules/`, `templates/` and `package-lock.json`
 * @param extraModuleFolders further folders of modules, for example a test's
 */
export function treeCatalogue(root: string, extraModuleFolders: string[] = []): Catalogue {
  let loaded: Promise<CatalogueData> | undefined;
  return {
    load: () => {
      loaded ??= loadTree(root, [join(root, 'modules'), ...extraModuleFolders]);
      return loaded;
    },
  };
}

async function loadTree(root: string, moduleFolders: string[]): Promise<CatalogueData> {
  const templates = join(root, 'templates');
  const [modules, skeleton, files, messages, blueprints, npmLock] = await Promise.all([
    readModules(moduleFolders),
    readTree(join(templates, 'server')),
    readTree(join(templates, 'files')),
    readTree(join(templates, 'messages')),
    readTree(join(templates, 'blueprints')),
    readFile(join(root, 'package-lock.json'), 'utf8'),
  ]);
  return {
    modules,
    skeleton,
    templates: files,
    messages,
    blueprints: [...blueprints.values()].map((text) => Blueprint.parse(JSON.parse(text))),
    npmLock: JSON.parse(npmLock) as NpmLock,
  };
}

async function readModules(folders: string[]): Promise<ReadonlyMap<string, Module>> {
  const perFolder = await Promise.all(folders.map(subfolders));
  const modules = await Promise.all(perFolder.flat().map(readModule));
  return new Map(modules.map((module) => [module.id, module]));
}
