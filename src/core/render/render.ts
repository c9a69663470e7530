import type { CatalogueData, Tree } from '../manifest/module.ts';
import type { Resolution } from '../resolve/resolution.ts';
import { type Endpoint, renderEntities } from './entities/render-entities.ts';
import { renderEnvExample } from './env-example.ts';
import { type Lock, lockPathIn, makeLock } from './lock.ts';
import { renderMigrations } from './migrations.ts';
import { moduleEndpoints } from './module-endpoints.ts';
import { renderModuleFiles } from './module-files.ts';
import { renderModulesFile } from './modules-file.ts';
import { renderPackageFiles } from './package-files.ts';
import { type Place, placeFiles, wholeRepository } from './place.ts';
import { renderReadme } from './readme.ts';
import { renderSkeleton } from './skeleton.ts';
import { renderTexts } from './texts.ts';
import { makeView } from './view.ts';

export interface Rendered {
  /** Every file of the server, the lock among them, by its path in the repository. */
  files: Tree;
  lock: Lock;
  endpoints: Endpoint[];
}

/** Lays the modules over the skeleton and writes what they share. Same input, same bytes. */
export function render(
  resolution: Resolution,
  catalogue: CatalogueData,
  place: Place = wholeRepository,
): Rendered {
  const { plan, providers } = resolution;
  const entities = renderEntities(plan, {
    roles: providers.has('permissions') ? plan.roles : null,
    tenancy: providers.has('tenancy'),
    realtime: providers.has('realtime'),
  });
  const endpoints = [...moduleEndpoints(resolution), ...entities.endpoints];
  const view = makeView(resolution, endpoints, place);
  const migrations = renderMigrations(resolution, entities.migrations);

  const unsorted = new Map([
    ...renderSkeleton(catalogue, resolution),
    ...renderModuleFiles(resolution),
    ...entities.files,
    ...migrations.files,
    ...renderModulesFile(resolution, entities.plugins),
    ...renderPackageFiles(resolution, catalogue.npmLock, entities.scripts),
    ...renderTexts(catalogue, resolution, view),
    ...renderEnvExample(view),
    ...renderReadme(catalogue, resolution, view),
  ]);
  const files = new Map([...placeFiles(unsorted, place)].sort(([a], [b]) => (a < b ? -1 : 1)));
  const lock = makeLock(resolution, migrations.names, files, place.directory);
  files.set(lockPathIn(place.directory), `${JSON.stringify(lock, null, 2)}\n`);
  return { files, lock, endpoints };
}
