import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { CatalogueData, Module } from '../../src/core/manifest/module.ts';
import { catalogueFrom } from '../../src/registry/catalogue-from.ts';
import { readModule } from '../../src/registry/read-module.ts';
import { readTree, subfolders } from '../../src/registry/read-tree.ts';
import { ownTemplates, repository } from './repository.ts';

/** A folder of modules, read without trusting any of them. */
export interface Library {
  catalogue: CatalogueData;
  /** Module id -> its folder. */
  folders: ReadonlyMap<string, string>;
  /** Module id -> why its package.json cannot be read. */
  broken: ReadonlyMap<string, string>;
}

type Read = { id: string; folder: string } & ({ module: Module } | { mistake: string });

/**
 * @param from folders of modules; a later one's module replaces an earlier one's of the same id
 * @param templates folder of everything of a server that is no module's
 */
export async function openLibrary(
  from: readonly string[],
  templates = ownTemplates,
): Promise<Library> {
  const folders = (await Promise.all(from.map(subfolders))).flat();
  const [frame, read] = await Promise.all([
    readFrame(templates),
    Promise.all(folders.map(tryToRead)),
  ]);
  const last = [...new Map(read.flatMap((each) => (each ? [[each.id, each]] : []))).values()];
  const modules = last.flatMap((each) => ('module' in each ? [[each.id, each.module]] : []));
  const broken = last.flatMap((each) => ('mistake' in each ? [[each.id, each.mistake]] : []));
  return {
    catalogue: { ...frame, modules: new Map(modules as [string, Module][]) },
    folders: new Map(last.map(({ id, folder }) => [id, folder])),
    broken: new Map(broken as [string, string][]),
  };
}

/** Everything of a catalogue but its modules. */
async function readFrame(folder: string): Promise<CatalogueData> {
  const templates = await readTree(folder);
  const lock = await readFile(join(repository, 'package-lock.json'), 'utf8');
  const named = [...templates].map(([path, text]) => [`templates/${path}`, text] as const);
  return catalogueFrom(new Map([...named, ['package-lock.json', lock]]));
}

/** A folder without package.json is no module: git leaves such behind when a branch is changed. */
async function tryToRead(folder: string): Promise<Read | null> {
  const id = basename(folder);
  if (!(await stat(join(folder, 'package.json')).catch(() => null))) return null;
  try {
    return { id, folder, module: await readModule(folder) };
  } catch (error) {
    const { message } = error as Error;
    return { id, folder, mistake: message.replaceAll(`${folder}/`, '').replaceAll(/\s+/g, ' ') };
  }
}
