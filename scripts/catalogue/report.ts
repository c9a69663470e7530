import { styleText } from 'node:util';
import type { Check } from './check.ts';
import type { Finding } from './finding.ts';

/** One question asked of one module, and what came of it. */
export interface Verdict {
  /** Id of the module, or `catalogue` for what concerns all of them. */
  id: string;
  check: Pick<Check, 'id' | 'title'>;
  findings: readonly Finding[];
  milliseconds: number;
  /** Why there was nothing to judge, or null. */
  note: string | null;
}

export type Report = (verdict: Verdict) => void;

export const silent: Report = () => {};

/** `✓ cache  readme  12 ms`, or a line per finding. */
export const print: Report = (verdict) => {
  for (const line of linesOf(verdict)) console.log(line);
};

export function linesOf({ id, check, findings, milliseconds, note }: Verdict): string[] {
  const head = `${id}  ${check.id}`;
  if (findings.length === 0) {
    const mark = note === null ? styleText('green', '✓') : styleText('dim', '–');
    const rest = note === null ? timeWord(milliseconds) : note;
    return [`${mark} ${head}  ${styleText('dim', rest)}`];
  }
  return findings.map(
    ({ where, what, fix }) => `${styleText('red', '✗')} ${head}  ${where}: ${what} → ${fix}`,
  );
}

export const timeWord = (milliseconds: number) =>
  milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
