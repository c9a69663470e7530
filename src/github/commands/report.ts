import { fail, problem, type Result } from '../../core/errors/problem.ts';
import type { CommandContext } from '../jobs/world.ts';
import type { GitHubProgress, Outcome } from '../progress/github-progress.ts';

/** Shows how the work ends, also when it is a bug and no attempt is left. */
export async function report(
  { last }: CommandContext,
  progress: GitHubProgress,
  work: () => Promise<Result<Outcome>>,
): Promise<void> {
  try {
    await progress.complete(await work());
  } catch (error) {
    await progress.stop();
    if (last) await progress.complete(fail(problem('app.unexpected')));
    throw error;
  }
}
