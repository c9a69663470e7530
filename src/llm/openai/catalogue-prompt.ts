import type { CatalogueData } from '../../core/manifest/module.ts';
import { blueprintLine, blueprintName, moduleLine, moduleName } from './describe-catalogue.ts';
import { rules } from './rules.ts';

/** Up to so many are described in full to every request; of more, only their names. */
export const describedModules = 24;
export const describedBlueprints = 32;

/**
 * The same bytes for the same catalogue, so that providers can cache them: what depends on the
 * request comes later.
 */
export function cataloguePrompt({ modules, blueprints }: CatalogueData): string {
  const byId = <T extends { id: string }>(items: Iterable<T>) =>
    [...items].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const module = modules.size <= describedModules ? moduleLine : moduleName;
  const blueprint = blueprints.length <= describedBlueprints ? blueprintLine : blueprintName;
  return [
    rules,
    `Modules\n${byId(modules.values()).map(module).join('\n')}`,
    `Ready models\n${byId(blueprints).map(blueprint).join('\n')}`,
  ].join('\n\n');
}
