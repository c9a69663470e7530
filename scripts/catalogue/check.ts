import type { Finding } from './finding.ts';
import type { Subject } from './subject.ts';

/** One question that is asked of every module. */
export interface Check {
  /** `readme`: stands in each line that is printed. */
  id: string;
  /** What holds when nothing is found: `both pages are complete`. */
  title: string;
  run(subject: Subject): Promise<Finding[]>;
}

/** What a check knows of a finding; the judge adds the check's id. */
export const finding = (check: string) => (where: string, what: string, fix: string) =>
  ({ check, where, what, fix }) satisfies Finding;
