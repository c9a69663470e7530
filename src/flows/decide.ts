import type { Permitted } from '../core/config/permitted-modules.ts';
import type { RepositoryConfig } from '../core/config/repository-config.ts';
import { configPath } from '../core/config/repository-config.ts';
import { stepDetail } from '../core/describe/step-detail.ts';
import { fail, ok, type Problem, problem, type Result } from '../core/errors/problem.ts';
import { checkPlan } from '../core/plan/check-plan.ts';
import type { Plan } from '../core/plan/plan.ts';
import type { Resolution } from '../core/resolve/resolution.ts';
import { resolve } from '../core/resolve/resolve.ts';
import { inStep } from './in-step.ts';
import type { BuildRequest, Planner, Progress, TokenUse } from './ports.ts';

export interface Decision {
  plan: Plan;
  resolution: Resolution;
  /** What planning cost; null when no model was asked. */
  usage: TokenUse | null;
}

/** What a decision is made with. */
export interface Means extends Permitted {
  config: Pick<RepositoryConfig, 'model'>;
}
type Asked = Pick<BuildRequest, 'text' | 'language' | 'plan'>;
interface Planned {
  plan: Plan;
  usage: TokenUse | null;
}

/** Plans, and resolves; the planner gets one more try when the resolver refuses. */
export async function decide(
  { planner, progress }: { planner: Planner; progress: Progress },
  asked: Asked,
  means: Means,
): Promise<Result<Decision>> {
  const planned = await inStep(
    progress,
    'plan',
    async () => (asked.plan ? agreed(asked.plan) : planWithRepair(planner, asked, means)),
    ({ plan, usage }) => stepDetail.planned(plan, usage),
  );
  if (!planned.ok) return planned;
  const { plan, usage } = planned.value;
  const resolved = await inStep(
    progress,
    'resolve',
    async () => resolveWithin(plan, means),
    ({ modules }) => stepDetail.resolved(modules.length, plan.language),
  );
  return resolved.ok ? ok({ plan, usage, resolution: resolved.value }) : resolved;
}

function agreed(plan: Plan): Result<Planned> {
  const checked = checkPlan(plan);
  return checked.ok ? ok({ plan, usage: null }) : checked;
}

async function planWithRepair(
  planner: Planner,
  { text, language }: Asked,
  means: Means,
): Promise<Result<Planned>> {
  const { choosable: catalogue, config } = means;
  const request = { text, language, catalogue, ...(config.model ? { model: config.model } : {}) };
  const first = await planner.plan(request);
  if (!first.ok) return first;
  const rejection = rejected(first.value, means);
  if (!rejection) return ok({ plan: first.value, usage: first.usage ?? null });
  const second = await planner.plan({ ...request, rejected: rejection });
  if (!second.ok) return second;
  const checked = checkPlan(second.value);
  return checked.ok ? ok({ plan: checked.value, usage: sum(first.usage, second.usage) }) : checked;
}

/** Why a plan cannot be built, or null. */
function rejected(plan: Plan, means: Means) {
  const checked = checkPlan(plan);
  if (!checked.ok) return { plan, problems: checked.problems };
  const resolved = resolveWithin(plan, means);
  return resolved.ok ? null : { plan, problems: resolved.problems };
}

function resolveWithin(plan: Plan, { choosable, available }: Permitted): Result<Resolution> {
  const known = [...choosable.modules.keys()];
  const forbidden: Problem[] = plan.modules
    .filter(({ id }) => available.modules.has(id) && !known.includes(id))
    .map(({ id }) => problem('module.not-allowed', { id, file: configPath }));
  return forbidden.length > 0 ? fail(...forbidden) : resolve(plan, available);
}

function sum(a?: TokenUse, b?: TokenUse): TokenUse | null {
  if (!a || !b) return a ?? b ?? null;
  return {
    calls: a.calls + b.calls,
    input: a.input + b.input,
    cached: a.cached + b.cached,
    output: a.output + b.output,
  };
}
