import type { CatalogueData } from '../../src/core/manifest/module.ts';
import type { Planner } from '../../src/flows/ports.ts';
import type { Case } from './case.ts';
import { planCase } from './plan-case.ts';
import { type CaseScore, scoreCase } from './score-case.ts';

/** Plans and scores each case, one after the other, so that the times mean something. */
export async function run(
  cases: readonly Case[],
  plannerFor: (expected: Case) => Planner,
  catalogue: CatalogueData,
): Promise<CaseScore[]> {
  const scores: CaseScore[] = [];
  for (const expected of cases) {
    const outcome = await planCase(plannerFor(expected), expected.request, catalogue);
    scores.push(scoreCase(expected, outcome, catalogue));
  }
  return scores;
}
