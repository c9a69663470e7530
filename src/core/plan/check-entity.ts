import { type Problem, problem } from '../errors/problem.ts';
import { checkBounds } from './check-bounds.ts';
import { checkDefault } from './check-default.ts';
import type { Entity, Field } from './entity.ts';
import { foreignKey, moneyNames, singularKey } from './entity-names.ts';
import type { Relation } from './relation.ts';
import { entitiesOfModules, isReservedEntity, reservedFieldNames } from './reserved-names.ts';

export function checkEntity(entity: Entity, relations: readonly Relation[]): Problem[] {
  const taken = new Set(reservedFieldNames);
  for (const relation of relations)
    if (relation.kind === 'one-to-many' && relation.to === entity.name)
      taken.add(foreignKey(relation));
  for (const field of entity.fields)
    if (field.type === 'money')
      for (const name of Object.values(moneyNames(field.name)))
        if (name !== field.name) taken.add(name);
  return [
    ...checkName(entity.name),
    ...checkAccess(entity),
    ...entity.fields.flatMap((field, index) =>
      checkField(
        entity.name,
        field,
        taken,
        entity.fields.findIndex(({ name }) => name === field.name) < index,
      ),
    ),
  ];
}

function checkName(name: string): Problem[] {
  const module = entitiesOfModules.get(singularKey(name));
  if (module) return [problem('plan.entity-clash', { entity: name, module })];
  return isReservedEntity(name)
    ? [problem('plan.reserved-entity', { entity: name, instead: `${name}Entry` })]
    : [];
}

/** `owner` needs rows with an owner, and an owner can only be a caller who is known. */
function checkAccess({ name: entity, owned, read, write }: Entity): Problem[] {
  if (!owned && [read, write].includes('owner'))
    return [problem('plan.owner-needs-owned', { entity })];
  return owned && write === 'public' ? [problem('plan.owned-needs-identity', { entity })] : [];
}

function checkField(
  entity: string,
  field: Field,
  taken: ReadonlySet<string>,
  repeated: boolean,
): Problem[] {
  const where = { entity, field: field.name };
  const problems: Problem[] = [];
  if (repeated) problems.push(problem('plan.duplicate-field', where));
  if (taken.has(field.name)) problems.push(problem('plan.reserved-field', where));
  if ((field.type === 'enum') !== Boolean(field.values?.length))
    problems.push(problem('plan.enum-values', where));
  else if (!checkBounds(field)) problems.push(problem('plan.bounds', where));
  else if (!checkDefault(field))
    problems.push(problem('plan.default-mismatch', { ...where, default: String(field.default) }));
  if (field.managed && field.required && !hasDefault(field))
    problems.push(problem('plan.managed-needs-default', where));
  return problems;
}

/** The currency of money has none. */
const hasDefault = ({ type, default: value }: Field) => value !== undefined && type !== 'money';
