import { findModules } from '../catalogue/find-modules.ts';
import { plainText } from '../describe/plain-text.ts';
import type { CatalogueData } from '../manifest/module.ts';
import type { Language } from '../plan/plan.ts';
import { fillTemplate } from '../render/template.ts';

const longest = 100;

/** The modules that these words are about, as Markdown; every module for no words. */
export function describeModules(
  words: string,
  catalogue: CatalogueData,
  language: Language,
): string {
  const modules = findModules(words, catalogue, language).map(
    ({ id, version, description, manifest }) => {
      return { id, version, description, title: manifest.title, always: manifest.always };
    },
  );
  return fillTemplate(catalogue.messages.get(`modules.${language}.md.hbs`) ?? '', {
    words: plainText(words.slice(0, longest).replaceAll('`', '')),
    modules,
  });
}
