import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import type { ErrorCode } from '../../core/errors/error-table.ts';
import { explainProblem, type Problem } from '../../core/errors/problem.ts';
import type { Language } from '../../core/plan/plan.ts';

/** One thing to mend, in the reader's language. */
export const ExplainedProblem = z.strictObject({
  code: z.string(),
  sentence: z.string(),
  suggestion: z.string(),
});

/** RFC 9457, with the code and the suggestion of the first problem, and every problem. */
export const ProblemDetails = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  suggestion: z.string(),
  problems: z.array(ExplainedProblem),
});
export type ProblemDetails = z.infer<typeof ProblemDetails>;

/** What is not the plan's or the request's own fault, which is 422. */
const statuses: Partial<Record<ErrorCode, number>> = {
  'input.invalid': 400,
  'setup.refused': 400,
  'host.refused': 403,
  'route.unknown': 404,
  'input.too-large': 413,
  'requests.too-many': 429,
  'render.unexpected': 500,
  'setup.unsaved': 500,
  'plans.exhausted': 503,
  'planner.unavailable': 503,
  'render.busy': 503,
};

export function problemDetails(
  problems: readonly Problem[],
  language: Language,
  statusCode?: number,
): ProblemDetails {
  const [first = { code: 'render.unexpected' as const, params: {} }] = problems;
  const { code, sentence, suggestion } = explainProblem(first, language);
  const status = statusCode ?? statuses[first.code] ?? 422;
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? '',
    status,
    detail: sentence,
    code,
    suggestion,
    problems: problems.map((problem) => explainProblem(problem, language)),
  };
}
