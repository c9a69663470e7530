import type { CatalogueData } from '../manifest/module.ts';
import type { Language } from '../plan/plan.ts';

/** The piece that a plan and a pull request share: modules, data, endpoints, gaps, assumptions. */
export const decidedPart = ({ messages }: CatalogueData, language: Language): string =>
  messages.get(`decided.${language}.md.hbs`) ?? '';
