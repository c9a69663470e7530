import type { CatalogueData, NpmLock, Tree } from '../core/manifest/module.ts';
import { Blueprint } from '../core/plan/blueprint.ts';
import { below } from './below.ts';
import { moduleFrom } from './module-from.ts';

/** The folders and files of this repository that make a catalogue. */
export const catalogueParts = ['modules', 'templates', 'package-lock.json'] as const;

/** A catalogue out of the files of this repository, or of one of its commits. */
export function catalogueFrom(tree: Tree): CatalogueData {
  const modules = below('modules', tree);
  const templates = below('templates', tree);
  const ids = new Set([...modules.keys()].map((path) => path.slice(0, path.indexOf('/'))));
  return {
    modules: new Map(
      [...ids].map((id) => [id, moduleFrom(id, below(id, modules), `modules/${id}`)]),
    ),
    skeleton: below('server', templates),
    templates: below('files', templates),
    messages: below('messages', templates),
    blueprints: [...below('blueprints', templates).values()].map((text) =>
      Blueprint.parse(JSON.parse(text)),
    ),
    npmLock: JSON.parse(tree.get('package-lock.json') ?? '{}') as NpmLock,
  };
}
