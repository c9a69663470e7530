import { fail, problem, type Result } from '../../core/errors/problem.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { addTokens, type TokenUse } from '../../core/plan/token-use.ts';
import type { Planner, PlanRequest } from '../../flows/ports.ts';
import { type AskModel, type ModelSettings, modelAsker } from './ask-model.ts';
import { messages, type Rejection } from './messages.ts';
import { readWirePlan } from './read-wire-plan.ts';
import { wireJsonSchema } from './wire-plan.ts';

type Planned = Result<Plan> & { usage: TokenUse };

/** Plans with a language model behind the OpenAI protocol. */
export const openaiPlanner = ({ model, ...endpoint }: ModelSettings): Planner =>
  modelPlanner(modelAsker(endpoint), model);

/**
 * Plans with whatever answers: one call, and at most one repair, which a malformed answer uses up
 * as well as a plan that the resolver refuses. `model` is asked unless the request names another.
 */
export function modelPlanner(ask: AskModel, model: string): Planner {
  const repaired = new WeakSet<Plan>();
  return {
    name: model,
    plan: async (request) => {
      if (isBlank(request.text)) return fail(problem('request.empty'));
      if (request.rejected && repaired.has(request.rejected.plan))
        return fail(...request.rejected.problems);
      const asked = request.model || model;
      const first = await attempt(ask, asked, request, rejectionOf(request));
      if (request.rejected || first.ok || !first.malformed) return withoutText(first);
      const second = await attempt(ask, asked, request, first.malformed);
      if (second.ok) repaired.add(second.value);
      return { ...withoutText(second), usage: addTokens(first.usage, second.usage) };
    },
  };
}

const isBlank = (text: string) => !/[\p{L}\p{N}]/u.test(text);

const rejectionOf = ({ rejected }: PlanRequest): Rejection | undefined =>
  rejected && { answer: JSON.stringify(rejected.plan), problems: rejected.problems };

/** `malformed`: the model answered, but with no plan that can be read. */
type Attempt = Planned & { malformed?: Rejection };

async function attempt(
  ask: AskModel,
  model: string,
  request: PlanRequest,
  rejection: Rejection | undefined,
): Promise<Attempt> {
  const answer = await ask({
    model,
    messages: messages(request, rejection),
    schema: wireJsonSchema([...request.catalogue.modules.keys()]),
  });
  if (!answer.ok) return answer;
  const plan = readWirePlan(answer.value, request, model);
  const { usage } = answer;
  if (plan.ok || plan.problems.every(({ code }) => code !== 'planner.invalid'))
    return { ...plan, usage };
  return { ...plan, usage, malformed: { answer: answer.value, problems: plan.problems } };
}

function withoutText({ malformed: _, ...planned }: Attempt): Planned {
  return planned as Planned;
}
