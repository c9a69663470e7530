import { keptBy } from '../../src/core/adopt/kept-by.ts';
import type { CatalogueData } from '../../src/core/manifest/module.ts';
import type { TokenUse } from '../../src/core/plan/token-use.ts';
import type { Case } from './case.ts';
import { labelsOf } from './labels-of.ts';
import type { Outcome } from './plan-case.ts';
import { type EntityScore, scoreEntities } from './score-entities.ts';
import { type LabelScore, scoreLabels } from './score-labels.ts';

export interface CaseScore {
  id: string;
  lang: string;
  expect: Case['expect'];
  /** For contradictions and refusals: whether it was one. */
  right: boolean;
  labels: LabelScore;
  entities: EntityScore;
  usage: TokenUse;
  ms: number;
  /** Why nothing was built. */
  problems: string[];
}

export function scoreCase(expected: Case, outcome: Outcome, catalogue: CatalogueData): CaseScore {
  const { decided, usage, ms } = outcome;
  const built = decided.ok ? decided.value : null;
  const { id, lang, expect } = expected;
  const hasUsers = built?.resolution.providers.has('users') ?? false;
  return {
    id,
    lang,
    expect,
    right: isRight(expected, decided),
    labels: scoreLabels(expected, built && labelsOf(built.plan, built.resolution, catalogue)),
    entities: scoreEntities(expected.entities, built && keptBy(built.resolution), hasUsers),
    usage,
    ms,
    problems: decided.ok ? [] : decided.problems.map(({ code }) => code),
  };
}

/** A planner that is away has refused nothing. */
const refusals = ['request.refused', 'request.unclear', 'request.contradiction', 'planner.refused'];
const objections = ['request.contradiction', 'request.refused', 'planner.refused'];

function isRight({ expect }: Case, decided: Outcome['decided']): boolean {
  if (expect === 'build') return decided.ok;
  const codes = expect === 'refuse' ? refusals : objections;
  return !decided.ok && decided.problems.some(({ code }) => codes.includes(code));
}
