import { meetsCondition } from '../manifest/meets-condition.ts';
import type { Module, Tree } from '../manifest/module.ts';
import type { Resolution } from '../resolve/resolution.ts';

/** Each module's own files; those whose condition does not hold stay out. */
export function renderModuleFiles({ modules, providers }: Resolution): Tree {
  return new Map(
    modules.flatMap(({ module }) =>
      [...module.files].filter(
        ([path]) => !path.startsWith('migrations/') && isWanted(path, module, providers),
      ),
    ),
  );
}

/** Whether a file's condition (its own, or its folder's) holds. */
export function isWanted(
  path: string,
  { manifest }: Module,
  providers: ReadonlyMap<string, string>,
): boolean {
  return Object.entries(manifest.filesWhen)
    .filter(([prefix]) => path === prefix || (prefix.endsWith('/') && path.startsWith(prefix)))
    .every(([, condition]) => meetsCondition(condition, providers));
}
