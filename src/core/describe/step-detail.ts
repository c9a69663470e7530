import pluralize from 'pluralize';
import type { Language, Plan } from '../plan/plan.ts';
import type { TokenUse } from '../plan/token-use.ts';
import { tokenWords } from './token-words.ts';

/** What a finished step has to show for itself, in a few words. */
export const stepDetail = {
  planned: (plan: Plan, usage: TokenUse | null): string => {
    const { modules, entities, planner, language } = plan;
    const by = [planner, ...(usage ? [tokenWords(usage, language)] : [])].join(', ');
    return language === 'ru'
      ? `модулей: ${modules.length}, сущностей: ${entities.length} (${by})`
      : `${count(modules.length, 'module')}, ${count(entities.length, 'entity')} (${by})`;
  },
  resolved: (modules: number, language: Language): string =>
    language === 'ru'
      ? `с зависимостями модулей: ${modules}`
      : `${count(modules, 'module')} with what they need`,
  rendered: (files: number, language: Language): string =>
    language === 'ru' ? `файлов: ${files}` : count(files, 'file'),
};

const count = (amount: number, noun: string) => pluralize(noun, amount, true);
