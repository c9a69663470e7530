import { type Problem, problem, type Result } from '../errors/problem.ts';
import { checkEntity } from './check-entity.ts';
import { checkRelations } from './check-relations.ts';
import { checkRoles } from './check-roles.ts';
import { singularKey } from './entity-names.ts';
import type { Plan } from './plan.ts';

/** What a schema cannot say about a plan: names that clash, defaults that do not fit, dangling ends. */
export function checkPlan(plan: Plan): Result<Plan> {
  const problems = [
    ...duplicates(plan.modules, ({ id }) => id).map(({ id: name }) =>
      problem('plan.duplicate-module', { name }),
    ),
    ...duplicates(plan.entities, ({ name }) => singularKey(name)).map(({ name }) =>
      problem('plan.duplicate-entity', { name }),
    ),
    ...tenantClashes(plan),
    ...plan.entities.flatMap((entity) => checkEntity(entity, plan.relations)),
    ...checkRelations(plan),
    ...checkRoles(plan),
  ] satisfies Problem[];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: plan };
}

/** A column that every entity has, where rows belong to tenants. */
function tenantClashes({ modules, entities }: Plan): Problem[] {
  if (!modules.some(({ id }) => id === 'multi-tenancy')) return [];
  return entities
    .filter(({ fields }) => fields.some(({ name }) => name === 'tenantId'))
    .map(({ name }) => problem('plan.reserved-field', { entity: name, field: 'tenantId' }));
}

function duplicates<T>(items: readonly T[], key: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => seen.size === seen.add(key(item)).size);
}
