import { fail, ok, problem, type Result } from '../../core/errors/problem.ts';
import type { Agreement } from '../../core/plan/agreement.ts';
import { buildSteps } from '../../flows/ports.ts';
import type { Ground } from '../../flows/survey.ts';
import type { CommandContext } from '../jobs/world.ts';
import { githubProgress, type Outcome } from '../progress/github-progress.ts';
import { report } from './report.ts';
import { requestOf } from './request-of.ts';
import { findShownPlan } from './shown-plan.ts';

/** `/sotacode build …`, or a plan that was shown before when there are no words. */
export async function runBuild(
  context: CommandContext,
  surveyed: Result<Ground>,
  { text, shown }: { text: string; shown?: number | undefined },
): Promise<void> {
  const { forge, world } = context;
  const progress = githubProgress(context, buildSteps);
  await report(context, progress, async (): Promise<Result<Outcome>> => {
    if (!surveyed.ok) return surveyed;
    const asked = text === '' ? await agreedTo(context, shown) : ok({ request: text });
    if (!asked.ok) return asked;
    const { request, ...agreed } = asked.value;
    const built = await world.build(
      { forge, progress },
      { ...requestOf(context, request), ...agreed },
      surveyed.value,
    );
    return built.ok ? ok({ pull: built.value }) : built;
  });
}

async function agreedTo(context: CommandContext, id?: number): Promise<Result<Agreement>> {
  const plan = await findShownPlan(context, id);
  if (!plan) return fail(problem('request.empty'));
  return plan.agreement ? ok(plan.agreement) : fail(problem('plan.unreadable'));
}
