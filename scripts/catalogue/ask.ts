import type { Check } from './check.ts';
import type { Finding } from './finding.ts';
import type { Report } from './report.ts';

type Question = Pick<Check, 'id' | 'title'>;

/** Asks one question, reports the answer and resolves to what was found. A check that fails to run has found something. */
export async function ask(
  id: string,
  check: Question,
  report: Report,
  answer: () => Promise<Finding[]>,
  takeNote: () => string | null = () => null,
): Promise<Finding[]> {
  const start = performance.now();
  const findings = await answer().catch((error: Error) => [brokenCheck(id, check, error)]);
  report({ id, check, findings, milliseconds: performance.now() - start, note: takeNote() });
  return findings;
}

const brokenCheck = (id: string, check: Question, { message }: Error): Finding => ({
  check: check.id,
  where: `modules/${id}`,
  what: message.trim().slice(0, 2000),
  fix: 'mend what the message names, then judge again',
});
