import { stepDetail } from '../core/describe/step-detail.ts';
import { ok, type Result } from '../core/errors/problem.ts';
import type { CatalogueData } from '../core/manifest/module.ts';
import { checkPlan } from '../core/plan/check-plan.ts';
import type { Plan } from '../core/plan/plan.ts';
import type { Resolution } from '../core/resolve/resolution.ts';
import { resolve } from '../core/resolve/resolve.ts';
import { inStep } from './in-step.ts';
import type { Planner, Progress } from './ports.ts';

export interface Decision {
  plan: Plan;
  resolution: Resolution;
}

/** Plans, and resolves; the planner gets one more try when the resolver refuses. */
export async function decide(
  { planner, progress }: { planner: Planner; progress: Progress },
  text: string,
  catalogue: CatalogueData,
): Promise<Result<Decision>> {
  const planned = await inStep(
    progress,
    'plan',
    () => planWithRepair(planner, text, catalogue),
    (plan) => stepDetail.planned(plan),
  );
  if (!planned.ok) return planned;
  const plan = planned.value;
  const resolved = await inStep(
    progress,
    'resolve',
    async () => resolve(plan, catalogue),
    ({ modules }) => stepDetail.resolved(modules.length, plan.language),
  );
  return resolved.ok ? ok({ plan, resolution: resolved.value }) : resolved;
}

async function planWithRepair(
  planner: Planner,
  text: string,
  catalogue: CatalogueData,
): Promise<Result<Plan>> {
  const first = await planner.plan({ text, catalogue });
  if (!first.ok) return first;
  const rejection = rejected(first.value, catalogue);
  if (!rejection) return first;
  const second = await planner.plan({ text, catalogue, rejected: rejection });
  return second.ok ? checkPlan(second.value) : second;
}

/** Why a plan cannot be built, or null. */
function rejected(plan: Plan, catalogue: CatalogueData) {
  const checked = checkPlan(plan);
  if (!checked.ok) return { plan, problems: checked.problems };
  const resolved = resolve(plan, catalogue);
  return resolved.ok ? null : { plan, problems: resolved.problems };
}
