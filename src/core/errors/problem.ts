import type { Language } from '../plan/plan.ts';
import { type ErrorCode, errorTable } from './error-table.ts';

/** Something the user can mend: a code and the words that fill its sentence. */
export interface Problem {
  code: ErrorCode;
  params: Record<string, string>;
}

export type Result<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (...problems: Problem[]): Result<never> => ({ ok: false, problems });
export const problem = (code: ErrorCode, params: Record<string, string> = {}): Problem => ({
  code,
  params,
});

/** The problem's sentence and suggestion in the reader's language. */
export function explainProblem(
  { code, params }: Problem,
  language: Language,
): { code: ErrorCode; sentence: string; suggestion: string } {
  const [sentence, suggestion] = errorTable[code][language];
  return { code, sentence: fill(sentence, params), suggestion: fill(suggestion, params) };
}

const fill = (text: string, params: Record<string, string>) =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
