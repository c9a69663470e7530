import type { CatalogueData, Module, NpmLock } from '../core/manifest/module.ts';
import type { Catalogue, Pins } from '../flows/ports.ts';
import type { Releases } from './releases.ts';

export interface RegistryParts {
  /** The newest of everything. */
  current: Catalogue;
  /** Where older versions are looked for, in this order. */
  releases: readonly Releases[];
  /** Modules of third parties. */
  packages?: () => Promise<Module[]>;
  lockPackages: (modules: Iterable<Module>, npmLock: NpmLock) => Promise<NpmLock>;
}

/** The catalogue of an installation: this version's modules, those of third parties, and old versions of both. */
export function registry({ current, releases, packages, lockPackages }: RegistryParts): Catalogue {
  let newest: Promise<CatalogueData> | undefined;

  const join = async (catalogue: CatalogueData, more: Module[]): Promise<CatalogueData> => {
    const modules = new Map(catalogue.modules);
    for (const module of more) modules.set(module.id, module);
    return { ...catalogue, modules, npmLock: await lockPackages(more, catalogue.npmLock) };
  };
  const loadNewest = async () => {
    const [catalogue, more] = await Promise.all([current.load(), packages?.() ?? []]);
    const taken = more.find(({ id }) => catalogue.modules.has(id));
    if (taken) throw new Error(`${taken.package?.name} has the name of our module ${taken.id}.`);
    return join(catalogue, more);
  };
  return {
    async load(pins = {}) {
      newest ??= loadNewest();
      const catalogue = await newest;
      const old = await Promise.all(
        olderThan(catalogue, pins).map(([id, version]) => findRelease(releases, id, version)),
      );
      return old.length === 0 ? catalogue : join(catalogue, old);
    },
  };
}

const olderThan = ({ modules }: CatalogueData, pins: Pins) =>
  Object.entries(pins).filter(([id, version]) => modules.get(id)?.version !== version);

async function findRelease(releases: readonly Releases[], id: string, version: string) {
  for (const each of releases) {
    const found = await each.find(id, version);
    if (found) return found;
  }
  throw new Error(`Version ${version} of the module ${id} is nowhere to be found.`);
}
