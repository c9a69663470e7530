import type { CatalogueData, Tree } from '../manifest/module.ts';
import type { Resolution } from '../resolve/resolution.ts';
import { fillTemplate } from './template.ts';
import { type View, viewFor } from './view.ts';

/** Templates that are pieces of a shared file, not files. */
const pieces = new Set(['README.md.hbs', 'env.example.hbs', 'readme.md.hbs']);
/** npm and git treat these names specially wherever they lie, so templates carry them undotted. */
const renamed: Record<string, string> = { gitignore: '.gitignore' };

/** Files that are not code: configuration, workflows, container files. */
export function renderTexts(
  { templates }: CatalogueData,
  { modules }: Resolution,
  view: View,
): Tree {
  const shared = textFiles(templates, view);
  const own = modules.flatMap(({ module, options }) =>
    textFiles(module.templates, viewFor(view, options)),
  );
  return new Map([...shared, ...own]);
}

/** A template of which a server needs nothing makes no file. */
function textFiles(templates: Tree, data: object): [string, string][] {
  return [...templates]
    .filter(([path]) => path.endsWith('.hbs') && !pieces.has(path))
    .map(([path, text]): [string, string] => {
      const target = path.slice(0, -'.hbs'.length);
      return [renamed[target] ?? target, fillTemplate(text, data)];
    })
    .filter(([, text]) => text.trim() !== '');
}
