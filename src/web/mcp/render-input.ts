import { z } from 'zod';
import { fail, ok, problem, type Result } from '../../core/errors/problem.ts';
import { detectLanguage } from '../../core/plan/detect-language.ts';
import type { Language, Plan } from '../../core/plan/plan.ts';
import { LanguageChoice, RequestText } from '../api/schemas.ts';
import { readPlan } from '../work/check-draft.ts';
import { PlanInput } from './plan-input.ts';
import type { ToolParts } from './tool-parts.ts';

/** What may be rendered: a plan, or words that are planned first. */
export const renderInput = {
  plan: PlanInput.optional(),
  request: RequestText.optional().describe('Instead of a plan: what the server is for'),
  language: LanguageChoice.optional(),
};
export interface RenderInput {
  plan?: unknown;
  request?: string | undefined;
  language?: Language | undefined;
}

export async function planToRender(
  parts: Pick<ToolParts, 'plan'>,
  { plan, request, language }: RenderInput,
): Promise<Result<Plan>> {
  if ((plan === undefined) === (request === undefined)) {
    const detail = 'it takes either a plan or a request';
    return fail(problem('input.invalid', { detail, document: 'tools/list' }));
  }
  if (request === undefined) return readPlan(plan);
  const drafted = await parts.plan({ request, language });
  return drafted.ok ? ok(drafted.value.plan) : drafted;
}

/** What to say problems in. */
export const languageOf = ({ request, language }: RenderInput): Language =>
  language ?? detectLanguage(request ?? '');

export const FileEntry = z.strictObject({ path: z.string(), bytes: z.int() });
