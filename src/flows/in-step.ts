import type { Result } from '../core/errors/problem.ts';
import type { BuildStep, Progress } from './ports.ts';

/**
 * Runs one step of a flow and lets the user watch it.
 * @param detail what the step has to show for itself
 * @param loss what it cost although it failed
 */
export async function inStep<T>(
  progress: Progress,
  step: BuildStep,
  work: () => Promise<Result<T>>,
  detail: (value: T) => string,
  loss: () => string = () => '',
): Promise<Result<T>> {
  await progress.started(step);
  const result = await work();
  if (result.ok) await progress.finished(step, detail(result.value));
  else await progress.failed(step, loss());
  return result;
}
