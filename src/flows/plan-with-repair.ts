import type { Permitted } from '../core/config/permitted-modules.ts';
import { configPath, type RepositoryConfig } from '../core/config/repository-config.ts';
import { fail, type Problem, problem, type Result } from '../core/errors/problem.ts';
import { checkPlan } from '../core/plan/check-plan.ts';
import type { Plan } from '../core/plan/plan.ts';
import { addTokens, type TokenUse } from '../core/plan/token-use.ts';
import type { Resolution } from '../core/resolve/resolution.ts';
import { resolve } from '../core/resolve/resolve.ts';
import type { BuildRequest, Planner } from './ports.ts';

/** What a decision is made with. */
export interface Means extends Permitted {
  config: Pick<RepositoryConfig, 'model'>;
}
/** `usage`: what it cost, whether there is a plan or not; null when no model was asked. */
export type Planned = Result<Plan> & { usage: TokenUse | null };

/** A plan that can be built; the planner gets one more try when the first cannot be. */
export async function planWithRepair(
  planner: Planner,
  { text, language }: Pick<BuildRequest, 'text' | 'language'>,
  means: Means,
): Promise<Planned> {
  const { choosable: catalogue, config } = means;
  const request = { text, language, catalogue, ...(config.model ? { model: config.model } : {}) };
  const first = await planner.plan(request);
  const rejection = first.ok ? rejected(first.value, means) : null;
  if (!first.ok || !rejection) return { ...first, usage: first.usage ?? null };
  const second = await planner.plan({ ...request, rejected: rejection });
  const checked = second.ok ? checkPlan(second.value) : second;
  return { ...checked, usage: bothUses(first.usage, second.usage) };
}

/** A plan's exact modules, within what the repository allows. */
export function resolveWithin(plan: Plan, { choosable, available }: Permitted): Result<Resolution> {
  const forbidden: Problem[] = plan.modules
    .filter(({ id }) => available.modules.has(id) && !choosable.modules.has(id))
    .map(({ id }) => problem('module.not-allowed', { id, file: configPath }));
  return forbidden.length > 0 ? fail(...forbidden) : resolve(plan, available);
}

/** Why a plan cannot be built, or null. */
function rejected(plan: Plan, means: Means) {
  const checked = checkPlan(plan);
  const resolved = checked.ok ? resolveWithin(plan, means) : checked;
  return resolved.ok ? null : { plan, problems: resolved.problems };
}

const bothUses = (a?: TokenUse, b?: TokenUse): TokenUse | null =>
  a && b ? addTokens(a, b) : (a ?? b ?? null);
