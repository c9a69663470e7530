import type { Tree } from '../manifest/module.ts';
import type { Resolution } from '../resolve/resolution.ts';
import { format } from './format.ts';

interface Plugin {
  path: string;
  as: string;
}

/** src/modules.ts, the table of contents: modules in start order, then the optional parts, then entities. */
export function renderModulesFile({ modules }: Resolution, entityPlugins: readonly Plugin[]): Tree {
  const entries = modules.flatMap(({ module }) => module.manifest.plugins);
  const plugins: Plugin[] = [
    ...entries.filter(({ when }) => when === undefined),
    ...entries.filter(({ when }) => when !== undefined),
    ...entityPlugins,
  ];
  const imports = plugins.map(
    ({ path, as }) => `import ${as} from './${path.replace('src/', '')}';`,
  );
  const content = `import type { Module } from './contracts/module.ts';
${imports.join('\n')}

/** Every part of this server, in the order in which it starts. */
export const modules: Module[] = [${plugins.map(({ as }) => as).join(', ')}];
`;
  const path = 'src/modules.ts';
  return new Map([[path, format(path, content)]]);
}
