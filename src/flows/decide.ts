import { stepDetail } from '../core/describe/step-detail.ts';
import { tokenWords } from '../core/describe/token-words.ts';
import { ok, type Result } from '../core/errors/problem.ts';
import { checkPlan } from '../core/plan/check-plan.ts';
import type { Plan } from '../core/plan/plan.ts';
import type { Resolution } from '../core/resolve/resolution.ts';
import { inStep } from './in-step.ts';
import { type Means, type Planned, planWithRepair, resolveWithin } from './plan-with-repair.ts';
import type { BuildRequest, Planner, Progress } from './ports.ts';

export interface Decision {
  plan: Plan;
  resolution: Resolution;
  usage: Planned['usage'];
}

/** Plans, or takes the plan that was agreed to, and resolves it to exact modules. */
export async function decide(
  { planner, progress }: { planner: Planner; progress: Progress },
  asked: Pick<BuildRequest, 'text' | 'language' | 'plan'>,
  means: Means,
): Promise<Result<Decision>> {
  let usage: Planned['usage'] = null;
  const planned = await inStep(
    progress,
    'plan',
    async () => {
      const made = asked.plan
        ? { ...checkPlan(asked.plan), usage }
        : await planWithRepair(planner, asked, means);
      usage = made.usage;
      return made;
    },
    (plan) => stepDetail.planned(plan, usage),
    () => (usage ? tokenWords(usage, asked.language) : ''),
  );
  if (!planned.ok) return planned;
  const plan = planned.value;
  const resolved = await inStep(
    progress,
    'resolve',
    async () => resolveWithin(plan, means),
    ({ modules }) => stepDetail.resolved(modules.length, plan.language),
  );
  return resolved.ok ? ok({ plan, usage, resolution: resolved.value }) : resolved;
}
