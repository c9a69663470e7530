import { fail, problem, type Result } from '../../core/errors/problem.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Planner, PlanRequest, TokenUse } from '../../flows/ports.ts';
import { type AskModel, type ModelSettings, modelAsker } from './ask-model.ts';
import { messages, type Rejection } from './messages.ts';
import { readWirePlan } from './read-wire-plan.ts';
import { wireJsonSchema } from './wire-plan.ts';

type Planned = Result<Plan> & { usage: TokenUse };

/**
 * Plans with a language model behind the OpenAI protocol: one call, and at most one repair, which a
 * malformed answer uses up as well as a plan that the resolver refuses.
 */
export function openaiPlanner(settings: ModelSettings): Planner {
  const ask = modelAsker(settings);
  const repaired = new WeakSet<Plan>();
  return {
    name: settings.model,
    plan: async (request) => {
      if (isBlank(request.text)) return fail(problem('request.empty'));
      if (request.rejected && repaired.has(request.rejected.plan))
        return fail(...request.rejected.problems);
      const first = await attempt(ask, settings.model, request, rejectionOf(request));
      if (request.rejected || first.ok || !first.malformed) return withoutText(first);
      const second = await attempt(ask, settings.model, request, first.malformed);
      if (second.ok) repaired.add(second.value);
      return { ...withoutText(second), usage: add(first.usage, second.usage) };
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
  const { catalogue } = request;
  const answer = await ask(
    messages(request, rejection),
    wireJsonSchema([...catalogue.modules.keys()]),
  );
  if (!answer.ok) return answer;
  const plan = readWirePlan(answer.value, catalogue, model);
  const { usage } = answer;
  if (plan.ok || plan.problems.every(({ code }) => code !== 'planner.invalid'))
    return { ...plan, usage };
  return { ...plan, usage, malformed: { answer: answer.value, problems: plan.problems } };
}

function withoutText({ malformed: _, ...planned }: Attempt): Planned {
  return planned as Planned;
}

const add = (a: TokenUse, b: TokenUse): TokenUse => ({
  calls: a.calls + b.calls,
  input: a.input + b.input,
  cached: a.cached + b.cached,
  output: a.output + b.output,
});
