import { z } from 'zod';
import { fail, ok, problem, type Result } from '../../core/errors/problem.ts';
import type { CatalogueData } from '../../core/manifest/module.ts';
import { checkPlan } from '../../core/plan/check-plan.ts';
import { Plan } from '../../core/plan/plan.ts';
import type { Resolution } from '../../core/resolve/resolution.ts';
import { resolve } from '../../core/resolve/resolve.ts';

/** What a plan from outside means, or everything that stands against it. */
export function checkDraft(plan: Plan, catalogue: CatalogueData): Result<Resolution> {
  const checked = checkPlan(plan);
  return checked.ok ? resolve(plan, catalogue) : checked;
}

/** Data as a plan. */
export function readPlan(data: unknown): Result<Plan> {
  const parsed = Plan.safeParse(data);
  if (parsed.success) return ok(parsed.data);
  const detail = z.prettifyError(parsed.error).replaceAll(/\s+/g, ' ').slice(0, 500);
  return fail(problem('plan.invalid', { detail }));
}
