import { ok, type Problem, type Result } from '../../src/core/errors/problem.ts';
import type { CatalogueData } from '../../src/core/manifest/module.ts';
import { checkPlan } from '../../src/core/plan/check-plan.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import type { TokenUse } from '../../src/core/plan/token-use.ts';
import type { Resolution } from '../../src/core/resolve/resolution.ts';
import { resolve } from '../../src/core/resolve/resolve.ts';
import type { Planner } from '../../src/flows/ports.ts';

/** What a planner made of one request. */
export interface Outcome {
  decided: Result<{ plan: Plan; resolution: Resolution }>;
  usage: TokenUse;
  ms: number;
}

/** Plans as a build does: a plan that cannot be built goes back once with the reasons. */
export async function planCase(
  planner: Planner,
  text: string,
  catalogue: CatalogueData,
): Promise<Outcome> {
  const usage: TokenUse = { calls: 0, input: 0, cached: 0, output: 0 };
  const plan = async (rejected?: { plan: Plan; problems: Problem[] }) => {
    const result = await planner.plan({ text, catalogue, ...(rejected ? { rejected } : {}) });
    for (const key of ['calls', 'input', 'cached', 'output'] as const)
      usage[key] += result.usage?.[key] ?? 0;
    return result;
  };
  const start = performance.now();
  const first = await plan();
  let decided = decide(first, catalogue);
  if (first.ok && !decided.ok)
    decided = decide(await plan({ plan: first.value, problems: decided.problems }), catalogue);
  return { decided, usage, ms: performance.now() - start };
}

function decide(planned: Result<Plan>, catalogue: CatalogueData): Outcome['decided'] {
  if (!planned.ok) return planned;
  const checked = checkPlan(planned.value);
  if (!checked.ok) return checked;
  const resolved = resolve(planned.value, catalogue);
  return resolved.ok ? ok({ plan: planned.value, resolution: resolved.value }) : resolved;
}
