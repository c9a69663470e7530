import pluralize from 'pluralize';
import type { Language, Plan } from '../plan/plan.ts';

/** What a finished step has to show for itself, in a few words. */
export const stepDetail = {
  planned: ({ modules, entities, planner, language }: Plan): string =>
    language === 'ru'
      ? `модулей: ${modules.length}, сущностей: ${entities.length} (${planner})`
      : `${count(modules.length, 'module')}, ${count(entities.length, 'entity')} (${planner})`,
  resolved: (modules: number, language: Language): string =>
    language === 'ru'
      ? `с зависимостями модулей: ${modules}`
      : `${count(modules, 'module')} with what they need`,
  rendered: (files: number, language: Language): string =>
    language === 'ru' ? `файлов: ${files}` : count(files, 'file'),
};

const count = (amount: number, noun: string) => pluralize(noun, amount, true);
