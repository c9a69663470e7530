import { plainText } from '../../core/describe/plain-text.ts';
import { explainProblem, type Problem, type Result } from '../../core/errors/problem.ts';
import type { Language } from '../../core/plan/plan.ts';
import type { Clock, Progress, PullRequest } from '../../flows/ports.ts';
import { message } from '../messages.ts';
import { reportCheckRun } from './check-run.ts';
import { coalesce } from './coalesce.ts';
import { createSteps } from './steps.ts';
import { type Place, stickyComment } from './sticky-comment.ts';

export interface GitHubProgress extends Progress {
  /** The last word: the link to the pull request, or why there is none. */
  complete(result: Result<PullRequest>): Promise<void>;
  /** Nothing more is written after this: another attempt may be about to begin. */
  stop(): Promise<void>;
}

interface Options extends Place {
  key: string;
  language: Language;
  clock: Clock;
}

/** Progress as the sticky comment, and at the end as a check run on the new commit. */
export function githubProgress(options: Options): GitHubProgress {
  const { language, clock } = options;
  const steps = createSteps(clock);
  const comment = stickyComment(options, 'build');
  const text = (outcome: object) =>
    message('progress', language, {
      pull: '',
      problems: [],
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
    failed: async (step) => {
      steps.end(step, 'failed', '');
      push(text({}));
    },
    complete: async (result) => {
      if (!result.ok) return flush(text({ problems: result.problems.map(inWords(language)) }));
      await check(options, result.value, steps.lines(language));
      await flush(text({ pull: linkTo(result.value) }));
    },
  };
}

const inWords = (language: Language) => (problem: Problem) => {
  const params = Object.entries(problem.params).map(([name, value]) => [name, plainText(value)]);
  return explainProblem({ ...problem, params: Object.fromEntries(params) }, language);
};

const linkTo = ({ number, url }: PullRequest) => (number ? `#${number}` : (url ?? ''));

const check = (options: Options, { commit, url }: PullRequest, steps: object[]) =>
  reportCheckRun({
    ...options,
    commit,
    url,
    externalId: options.key,
    conclusion: 'success',
    title: options.language === 'ru' ? 'Сервер собран' : 'Server built',
    summary: message('check', options.language, { steps }),
  });
