import type { Language } from '../plan/plan.ts';
import { configErrors } from './config-errors.ts';
import { forgeErrors } from './forge-errors.ts';
import { githubErrors } from './github-errors.ts';
import { planErrors } from './plan-errors.ts';
import { plannerErrors } from './planner-errors.ts';
import { resolveErrors } from './resolve-errors.ts';
import { webErrors } from './web-errors.ts';

type Words = readonly [sentence: string, suggestion: string];

/** Every problem a user can meet. `{name}` stands for a parameter of the problem. */
export const errorTable = {
  ...configErrors,
  ...forgeErrors,
  ...githubErrors,
  ...planErrors,
  ...plannerErrors,
  ...resolveErrors,
  ...webErrors,
  'plan.invalid': {
    en: [
      'The plan is not valid: {detail}.',
      'Rephrase the request or name the part in other words.',
    ],
    ru: [
      'План составлен с ошибкой: {detail}.',
      'Переформулируйте запрос или назовите эту часть иначе.',
    ],
  },
} as const satisfies Record<string, Record<Language, Words>>;

export type ErrorCode = keyof typeof errorTable;
