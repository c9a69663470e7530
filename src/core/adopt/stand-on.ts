import { fail, ok, problem, type Result } from '../errors/problem.ts';
import type { Entity, Field } from '../plan/entity.ts';
import { singularKey } from '../plan/entity-names.ts';
import type { Plan } from '../plan/plan.ts';
import { adoptionWords } from './adoption-words.ts';

/** The plan with everything of an entity that a module relies on; the same plan if it has that. */
export function standOn(plan: Plan, id: string, needed: Entity): Result<Plan> {
  const say = adoptionWords[plan.language];
  const key = singularKey(needed.name);
  const planned = plan.entities.find(({ name }) => singularKey(name) === key);
  if (!planned) {
    const entities = [...plan.entities, needed];
    return ok({
      ...plan,
      entities,
      assumptions: [...plan.assumptions, say.added(id, needed.name)],
    });
  }
  const problems = mismatches(id, planned, needed);
  if (problems.length > 0) return fail(...problems);

  const fields = fittedFields(planned, needed);
  const changed = fields.filter((field) => !planned.fields.includes(field));
  if (changed.length === 0) return ok(plan);
  const told = say.fitted(
    id,
    planned.name,
    changed.map(({ name }) => name),
  );
  return ok({
    ...plan,
    entities: plan.entities.map((entity) => (entity === planned ? { ...entity, fields } : entity)),
    assumptions: [...plan.assumptions, told],
  });
}

const mismatches = (module: string, planned: Entity, needed: Entity) =>
  needed.fields.flatMap(({ name: field, type }) => {
    const given = planned.fields.find(({ name }) => name === field)?.type ?? type;
    const params = { module, entity: planned.name, field, given, type };
    return given === type ? [] : [problem('plan.foundation-type', params)];
  });

/** Fields as planned, but never looser than the module needs them, and after them the missing ones. */
function fittedFields({ fields }: Entity, needed: Entity): Field[] {
  const fitted = fields.map((field) => {
    const need = needed.fields.find(({ name }) => name === field.name);
    return need ? tighten(field, need) : field;
  });
  const missing = needed.fields.filter(({ name }) => !fields.some((field) => field.name === name));
  return [...fitted, ...missing];
}

function tighten(field: Field, { required, min, default: value }: Field): Field {
  const isLow = min !== undefined && lowest(field) < min;
  if (!isLow && (field.required || !required)) return field;
  const takesDefault = value !== undefined && field.default === undefined && !field.unique;
  return {
    ...field,
    required: field.required || required,
    ...(isLow ? { min } : {}),
    ...(takesDefault ? { default: value } : {}),
  };
}

/** Money is never negative unless its bounds say so. */
const lowest = ({ type, min }: Field) => min ?? (type === 'money' ? 0 : Number.NEGATIVE_INFINITY);
