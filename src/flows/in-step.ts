import type { Result } from '../core/errors/problem.ts';
import type { BuildStep, Progress } from './ports.ts';

/** Runs one step of a flow and lets the user watch it. */
export async function inStep<T>(
  progress: Progress,
  step: BuildStep,
  work: () => Promise<Result<T>>,
  detail: (value: T) => string,
): Promise<Result<T>> {
  await progress.started(step);
  const result = await work();
  if (result.ok) await progress.finished(step, detail(result.value));
  else await progress.failed(step, result.problems);
  return result;
}
