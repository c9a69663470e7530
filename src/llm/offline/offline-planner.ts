import { fail, problem, type Result } from '../../core/errors/problem.ts';
import type { Blueprint } from '../../core/plan/blueprint.ts';
import { checkPlan } from '../../core/plan/check-plan.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Planner, PlanRequest } from '../../flows/ports.ts';
import { composePlan } from './compose/compose-plan.ts';
import { sentences } from './compose/sentences.ts';
import { findContradiction } from './find/find-contradiction.ts';
import { type FoundEntities, findEntities } from './find/find-entities.ts';
import { findHarm } from './find/find-harm.ts';
import { judgeWords, namesServer, unclear, withoutOrders } from './find/judge-request.ts';
import { matchBlueprints } from './find/match-blueprints.ts';
import { readRequest } from './find/read-request.ts';
import type { Mention } from './text/phrases.ts';

/** Plans from keywords and ready models alone: no model, no network, the same plan each time. */
export const offlinePlanner: Planner = {
  name: 'offline',
  plan: async (request) => planOffline(request),
};

/** In characters. Reading blocks the process, and nobody describes a server in more. */
const longestRead = 12_000;

export function planOffline({
  text: all,
  catalogue,
  language,
  rejected,
}: PlanRequest): Result<Plan> {
  // The same words would give the same plan again, so the reasons go to the user at once.
  if (rejected) return fail(...rejected.problems);
  const text = all.slice(0, longestRead);
  const asked = withoutOrders(text);
  const reading = readRequest(asked, language);
  const refusal = judgeWords(reading);
  if (refusal) return fail(asked === text ? refusal : unclear({ text }));
  const part = findHarm(reading);
  if (part) return fail(problem('request.refused', { part }));
  const blueprints = matchBlueprints(reading, catalogue.blueprints);
  const found = withoutDomains(findEntities(reading), blueprints);
  const contradiction = findContradiction(reading, found.entities);
  if (contradiction) return fail(contradiction);
  // Beside orders to the planner, a word such as “key” or “system” asks for nothing yet.
  const wanted =
    asked === text && (namesServer(reading) || reading.features.some(({ negated }) => !negated));
  if (blueprints.length + found.entities.length === 0 && !wanted) return fail(unclear({ text }));
  const plan = composePlan({ reading, catalogue, blueprints, ...found });
  return checkPlan(all === text ? plan : withUnread(plan));
}

const withUnread = (plan: Plan): Plan => ({
  ...plan,
  uncovered: [sentences[plan.language].unread(longestRead), ...plan.uncovered].slice(0, 20),
});

/** “a restaurant API” is about a restaurant and keeps no list of restaurants. */
function withoutDomains(
  { entities, relations }: FoundEntities,
  blueprints: readonly Mention<Blueprint>[],
): FoundEntities {
  const isDomain = (name: string, at: number) =>
    blueprints.some(
      ({ start, end, means }) =>
        at >= start && at < end && !means.plan.entities.some((entity) => entity.name === name),
    );
  return { entities: entities.filter(({ name, at }) => !isDomain(name, at)), relations };
}
