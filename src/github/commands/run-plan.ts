import { describePlan } from '../../core/describe/describe-plan.ts';
import { ok, type Result } from '../../core/errors/problem.ts';
import { previewSteps } from '../../flows/ports.ts';
import type { Ground } from '../../flows/survey.ts';
import { watchKind } from '../jobs/watch-plan.ts';
import type { CommandContext } from '../jobs/world.ts';
import { githubProgress, type Outcome } from '../progress/github-progress.ts';
import { stickyComment } from '../progress/sticky-comment.ts';
import { report } from './report.ts';
import { requestOf } from './request-of.ts';
import { planComment } from './shown-plan.ts';

/** `/sotacode plan …`: shows what a build would do, and waits for a 👍. */
export async function runPlan(
  context: CommandContext,
  surveyed: Result<Ground>,
  text: string,
): Promise<void> {
  const { forge, world, job } = context;
  const progress = githubProgress(context, previewSteps);
  await report(context, progress, async (): Promise<Result<Outcome>> => {
    if (!surveyed.ok) return surveyed;
    const ground = surveyed.value;
    const seen = await world.preview({ forge, progress }, requestOf(context, text), ground);
    if (!seen.ok) return seen;
    const shown = await stickyComment(context, planComment(job.key)).ensure(
      describePlan(seen.value, text, ground.available),
    );
    await world.enqueue(watchKind, `watch:${shown.id}`, { ...watchJob(context), shown: shown.id });
    return ok({ plan: shown.html_url });
  });
}

const watchJob = ({ job }: CommandContext) => {
  const { command: _, key: __, user: ___, comment: ____, ...place } = job;
  return place;
};
