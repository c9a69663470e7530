import type { Problem, Result } from '../../core/errors/problem.ts';

/** Problems on their way to the error handler. */
export class ProblemError extends Error {
  readonly problems: readonly Problem[];
  readonly statusCode: number | undefined;

  /** @param statusCode HTTP status; that of the first problem's code when absent */
  constructor(problems: readonly Problem[], statusCode?: number) {
    super(problems.map(({ code }) => code).join(', '));
    this.name = 'ProblemError';
    this.problems = problems;
    this.statusCode = statusCode;
  }
}

/** The value of a result. @throws ProblemError when there is none */
export function orThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new ProblemError(result.problems);
}
