import type { CatalogueData, Module } from '../manifest/module.ts';
import type { Language } from '../plan/plan.ts';
import type { Lock } from '../render/lock.ts';
import { fillTemplate } from '../render/template.ts';

interface Around {
  language: Language;
  catalogue: CatalogueData;
  lock: Lock | null;
}

/** What a module is for, what it needs and brings, and whether this repository has it. */
export function explainModule(
  { id, version, description, manifest, files, templates, dependencies }: Module,
  { language, catalogue, lock }: Around,
): string {
  const { title, options, env, endpoints, requires, provides, gaps } = manifest;
  return fillTemplate(catalogue.messages.get(`module.${language}.md.hbs`) ?? '', {
    ...{ id, version, description, title, env, endpoints },
    used: lock?.modules[id]?.version,
    provides: Object.keys(provides),
    requires: requires.map(({ capability }) => capability),
    options: Object.entries(options).map(([name, option]) => ({ name, ...option })),
    gaps: gaps.map((gap) => gap[language]),
    dependencies: Object.keys(dependencies),
    files: [...files.keys(), ...[...templates.keys()].filter(isFile).map(withoutSuffix)],
  });
}

const isFile = (path: string) => path !== 'readme.md.hbs' && path.endsWith('.hbs');
const withoutSuffix = (path: string) => path.slice(0, -'.hbs'.length);
