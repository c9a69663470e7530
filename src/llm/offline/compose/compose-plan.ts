import type { Plan } from '../../../core/plan/plan.ts';
import { assume } from './assume.ts';
import { chooseModules } from './choose-modules.ts';
import { decideAccounts } from './decide-accounts.ts';
import { type Findings, featureMention } from './findings.ts';
import { giveAccess } from './give-access.ts';
import { giveRoles } from './give-roles.ts';
import { leaveOutConflicts } from './leave-out-conflicts.ts';
import { listNotUnderstood } from './list-not-understood.ts';
import { listUncovered } from './list-uncovered.ts';
import { type Model, modelEntities } from './model-entities.ts';
import { namePlan } from './name-plan.ts';
import { sentences } from './sentences.ts';

/** Puts what was found together; every sentence is in the request's language. */
export function composePlan(findings: Findings): Plan {
  const { reading } = findings;
  const say = sentences[reading.language];
  const accounts = decideAccounts(reading);
  const model = keepable(findings, modelEntities(findings, accounts));
  const entities = giveAccess(model.entities, accounts);
  const { name, title } = namePlan(findings, entities);
  const { modules, roles, uncovered } = leaveOutConflicts(findings, {
    modules: chooseModules(findings, entities, accounts),
    roles: giveRoles(findings, entities),
    uncovered: [...listUncovered(findings), ...listNotUnderstood(findings)],
  });
  const kept = entities.map((entity) => entity.name);
  return {
    name,
    title,
    summary: say.summary(title, kept).slice(0, 400),
    language: reading.language,
    planner: 'offline',
    modules,
    entities,
    relations: model.relations,
    roles,
    assumptions: [...assume(findings, entities, accounts), ...model.notes].slice(0, 20),
    uncovered:
      modules.length + kept.length + uncovered.length > 0 ? uncovered.slice(0, 20) : [say.noModel],
  };
}

/** Rows need a database: if the request rules one out, files on disk can still be meant. */
function keepable(
  { reading }: Findings,
  { entities, relations }: Model,
): Model & { notes: string[] } {
  const say = sentences[reading.language];
  if (entities.length === 0 || !featureMention(reading, 'database-any', true))
    return { entities, relations, notes: [] };
  if (/\b(json|files?|disk|embedded|sqlite)\b|файл|диск/i.test(reading.text))
    return { entities, relations, notes: [say.embedded] };
  const names = entities.map(({ name }) => name);
  return { entities: [], relations: [], notes: [say.nothingKept(names)] };
}
