import type { CatalogueData, Module } from '../manifest/module.ts';
import type { RepositoryConfig } from './repository-config.ts';

/** Outranks the preference of every manifest. */
const chosenByTeam = 1_000_000;

export interface Permitted {
  /** What a plan may name. */
  choosable: CatalogueData;
  /** What may be part of a server: also what the named modules need. */
  available: CatalogueData;
}

/** The catalogue as a repository's configuration lets it be used. */
export function permittedModules(catalogue: CatalogueData, config: RepositoryConfig): Permitted {
  const { allow, deny } = config.modules;
  const preferred = Object.values(config.defaults);
  const available = [...catalogue.modules.values()]
    .filter(({ id }) => !deny.includes(id))
    .map((module) => (preferred.includes(module.id) ? prefer(module) : module));
  const choosable = available.filter(
    ({ id, manifest }) => manifest.always || !allow || allow.includes(id),
  );
  return { choosable: of(catalogue, choosable), available: of(catalogue, available) };
}

const prefer = (module: Module): Module => ({
  ...module,
  manifest: { ...module.manifest, preference: chosenByTeam },
});

const of = (catalogue: CatalogueData, modules: Module[]): CatalogueData => ({
  ...catalogue,
  modules: new Map(modules.map((module) => [module.id, module])),
});
