import type { Tree } from '../manifest/module.ts';
import type { Resolution } from '../resolve/resolution.ts';

/** Each module's own files, without its migrations, which are numbered apart. */
export function renderModuleFiles({ modules }: Resolution): Tree {
  return new Map(
    modules.flatMap(({ module }) =>
      [...module.files].filter(([path]) => !path.startsWith('migrations/')),
    ),
  );
}
