import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CatalogueData, Tree } from '../core/manifest/module.ts';
import type { Catalogue } from '../flows/ports.ts';
import { catalogueFrom } from './catalogue-from.ts';
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
      loaded ??= loadTree(root, extraModuleFolders);
      return loaded;
    },
  };
}

async function loadTree(root: string, extraModuleFolders: string[]): Promise<CatalogueData> {
  const [modules, templates, npmLock] = await Promise.all([
    readTree(join(root, 'modules')),
    readTree(join(root, 'templates')),
    readFile(join(root, 'package-lock.json'), 'utf8'),
  ]);
  const folders = (await Promise.all(extraModuleFolders.map(subfolders))).flat();
  const extra = await Promise.all(folders.map(readModule));
  const catalogue = catalogueFrom(
    new Map([
      ...prefixed('modules', modules),
      ...prefixed('templates', templates),
      ['package-lock.json', npmLock],
    ]),
  );
  const all = [...catalogue.modules.values(), ...extra];
  return { ...catalogue, modules: new Map(all.map((module) => [module.id, module])) };
}

const prefixed = (folder: string, tree: Tree) =>
  [...tree].map(([path, text]) => [`${folder}/${path}`, text] as const);
