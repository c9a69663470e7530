import type { Language } from '../../core/plan/plan.ts';
import type { BuildStep } from '../../flows/ports.ts';

export const stepTitles: Record<Language, Record<BuildStep, string>> = {
  en: { plan: 'Plan', resolve: 'Choose modules', render: 'Write files', propose: 'Pull request' },
  ru: { plan: 'План', resolve: 'Выбор модулей', render: 'Файлы', propose: 'Pull request' },
};
