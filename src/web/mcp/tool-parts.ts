import type { Result } from '../../core/errors/problem.ts';
import type { CatalogueData, Tree } from '../../core/manifest/module.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Decision } from '../../flows/decide.ts';
import type { Asked } from '../work/draft-plan.ts';

/** What the tools work with; the costly two may refuse. */
export interface ToolParts {
  catalogue: CatalogueData;
  plan(asked: Asked): Promise<Result<Decision>>;
  render(plan: Plan): Promise<Result<Tree>>;
}
