import type { Case } from './case.ts';
import type { PlanLabels } from './labels-of.ts';

export interface LabelScore {
  precision: number;
  recall: number;
  f1: number;
  exact: boolean;
  /** Labels, and groups as `a|b`. */
  missing: string[];
  extra: string[];
}

/** In every server, so it says nothing about a planner. */
export const implicit: ReadonlySet<string> = new Set([
  'validation',
  'error-handling',
  'logging',
  'config',
  'health-checks',
  'ci-github-actions',
  'rate-limit',
  'openapi-docs',
  'cors',
  'security-headers',
]);

/** `labels` is null where nothing was built although something should have been. */
export function scoreLabels(expected: Case, labels: PlanLabels | null): LabelScore {
  const { required, acceptable, forbidden, any_of: groups } = expected;
  const present = (label: string) =>
    labels !== null && (labels.chosen.has(label) || labels.added.has(label));
  const allowed = new Set([...required, ...acceptable, ...groups.flat(), ...implicit]);
  const wanted = [
    ...required.map((label) => ({ label, met: present(label) })),
    ...groups.map((group) => ({ label: group.join('|'), met: group.some(present) })),
  ];
  const extra = [...(labels?.chosen ?? [])].filter((label) => !allowed.has(label));
  const right = wanted.filter(({ met }) => met).length;
  const missing = wanted.filter(({ met }) => !met).map(({ label }) => label);
  const wrong = extra.length + extra.filter((label) => forbidden.includes(label)).length;
  return {
    precision: labels ? share(right, right + wrong) : 0,
    recall: labels ? share(right, right + missing.length) : 0,
    f1: labels ? share(2 * right, 2 * right + wrong + missing.length) : 0,
    exact: labels !== null && missing.length + extra.length === 0,
    missing,
    extra,
  };
}

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
