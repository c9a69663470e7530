import { plainText } from '../../core/describe/plain-text.ts';
import { explainProblem, type Problem, type Result } from '../../core/errors/problem.ts';
import type { Language } from '../../core/plan/plan.ts';
import type { BuildStep, Progress, PullRequest } from '../../flows/ports.ts';
import type { CommandContext } from '../jobs/world.ts';
import { message } from '../messages.ts';
import { reportCheckRun } from './check-run.ts';
import { coalesce } from './coalesce.ts';
import { createSteps } from './steps.ts';
import { stickyComment } from './sticky-comment.ts';

/** What a command leaves behind: a pull request, or the address of a comment with a plan. */
export type Outcome = { pull: PullRequest } | { plan: string };

export interface GitHubProgress extends Progress {
  /** The last word: the link to the outcome, or why there is none. */
  complete(result: Result<Outcome>): Promise<void>;
  /** Nothing more is written after this: another attempt may be about to begin. */
  stop(): Promise<void>;
}

/** Progress as the sticky comment, and at the end as a check run on the new commit. */
export function githubProgress(
  context: CommandContext,
  names: readonly BuildStep[],
): GitHubProgress {
  const { language, world } = context;
  const steps = createSteps(world.clock, names);
  const comment = stickyComment(context, 'build');
  const text = (outcome: object) =>
    message('progress', language, {
      ...{ pull: '', plan: '', planning: !names.includes('propose'), problems: [] },
      ...outcome,
      steps: steps.lines(language),
    });
  const { push, flush, stop } = coalesce(comment.write, 1000);

  return {
    stop,
    started: async (step) => {
      steps.begin(step);
      push(text({}));
    },
    finished: async (step, detail) => {
      steps.end(step, 'done', detail);
      push(text({}));
    },
    failed: async (step, detail) => {
      steps.end(step, 'failed', detail);
      push(text({}));
    },
    complete: async (result) => {
      if (!result.ok) return flush(text({ problems: result.problems.map(inWords(language)) }));
      if ('plan' in result.value) return flush(text(result.value));
      const { pull } = result.value;
      await check(context, pull, steps.lines(language));
      await flush(text({ pull: linkTo(pull) }));
    },
  };
}

const inWords = (language: Language) => (problem: Problem) => {
  const params = Object.entries(problem.params).map(([name, value]) => [name, plainText(value)]);
  return explainProblem({ ...problem, params: Object.fromEntries(params) }, language);
};

const linkTo = ({ number, url }: PullRequest) => (number ? `#${number}` : (url ?? ''));

const check = (context: CommandContext, { commit, url }: PullRequest, steps: object[]) =>
  reportCheckRun({
    ...context,
    ...{ commit, url },
    externalId: context.job.key,
    conclusion: 'success',
    title: context.language === 'ru' ? 'Сервер собран' : 'Server built',
    summary: message('check', context.language, { steps }),
  });
