import { keptBy } from '../adopt/kept-by.ts';
import { entityDiagram } from '../describe/entity-diagram.ts';
import type { CatalogueData, Tree } from '../manifest/module.ts';
import type { Resolution } from '../resolve/resolution.ts';
import { fillTemplate } from './template.ts';
import { type View, viewFor } from './view.ts';

/** README.md: the server's own page, with a section from each module that has one. */
export function renderReadme(
  { templates }: CatalogueData,
  resolution: Resolution,
  view: View,
): Tree {
  const sections = resolution.modules.flatMap(({ module, options }) => {
    const template = module.templates.get('readme.md.hbs');
    return template ? [fillTemplate(template, viewFor(view, options)).trim()] : [];
  });
  const diagram = entityDiagram(keptBy(resolution));
  const template = templates.get('README.md.hbs') ?? '';
  const hasOwners = view.endpoints.some(({ access }) => access === 'owner');
  const page = fillTemplate(template, { ...view, sections, diagram, hasOwners });
  return new Map([['README.md', page]]);
}
