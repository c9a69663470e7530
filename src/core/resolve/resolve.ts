import { adoptEntities } from '../adopt/adopt-entities.ts';
import { fail, ok, type Problem, type Result } from '../errors/problem.ts';
import type { CatalogueData } from '../manifest/module.ts';
import type { Plan } from '../plan/plan.ts';
import { chooseModules } from './choose-modules.ts';
import { fillOptions } from './fill-options.ts';
import { findConflicts } from './find-conflicts.ts';
import type { Resolution } from './resolution.ts';
import { settleModule } from './settle-module.ts';
import { startOrder } from './start-order.ts';

/**
 * Turns a plan into exact modules: requirements closed, defaults filled in, conflicts refused.
 * Each problem names the smallest change to the plan that makes it work.
 */
export function resolve(plan: Plan, catalogue: CatalogueData): Result<Resolution> {
  const resolution = attempt(plan, catalogue);
  if (resolution.ok) return resolution;
  return fail(...resolution.problems.map((problem) => withNearest(problem, plan, catalogue)));
}

/** What modules do to the plan's entities can take more modules to serve these. */
function attempt(plan: Plan, catalogue: CatalogueData): Result<Resolution> {
  const asked = settle(plan, catalogue);
  if (!asked.ok) return asked;
  const adopted = adoptEntities(plan, asked.value.modules);
  if (!adopted.ok || adopted.value === plan) return adopted.ok ? asked : adopted;
  return settle(adopted.value, catalogue);
}

function settle(plan: Plan, catalogue: CatalogueData): Result<Resolution> {
  const { chosen, problems } = chooseModules(plan, catalogue);
  const conflicts = findConflicts(chosen);
  const filled = chosen.map((module) => fillOptions(module));
  const found = [...problems, ...conflicts, ...filled.flatMap((each) => each.problems)];
  if (found.length > 0) return fail(...found);

  const modules = startOrder(filled.map(({ module }) => module));
  const providers = new Map(
    modules.flatMap(({ module }) =>
      Object.keys(module.manifest.provides).map((capability) => [capability, module.id] as const),
    ),
  );
  return ok({ plan, modules: modules.map((each) => settleModule(each, providers)), providers });
}

/** For a conflict: which of the plan's modules to leave out. */
function withNearest(problem: Problem, plan: Plan, catalogue: CatalogueData): Problem {
  const { a, b } = problem.params;
  if (!a || !b) return problem;
  const drop = [b, a].find((id) => attempt(without(plan, id), catalogue).ok) ?? b;
  return { ...problem, params: { ...problem.params, drop } };
}

const without = (plan: Plan, id: string): Plan => ({
  ...plan,
  modules: plan.modules.filter((module) => module.id !== id),
});
