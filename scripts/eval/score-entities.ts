import pluralize from 'pluralize';
import type { Entity } from '../../src/core/plan/entity.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import type { ExpectedEntity } from './case.ts';

export interface Recall {
  found: number;
  expected: number;
}

/** What a server keeps, generated or brought by modules. */
type Kept = Pick<Plan, 'entities' | 'relations'>;

export interface EntityScore {
  names: Recall;
  fields: Recall;
  relations: Recall;
  missing: string[];
}

/** What a row has without saying so. */
const managed = new Set(['id', 'createdat', 'updatedat', 'created', 'createdtime']);
const people =
  /^(user|account|member|person|customer|client|admin|buyer|seller|author|owner|student|teacher|instructor|parent|employee|player|patient|guest|reader|visitor|profile)$/;

/** Recall of the names that were expected, then of their fields and relations. */
export function scoreEntities(
  expected: readonly ExpectedEntity[],
  plan: Kept | null,
  hasUsers: boolean,
): EntityScore {
  const checks = expected.flatMap((wanted) => checksOf(wanted, plan, hasUsers));
  const recall = (kind: Check['kind']): Recall => {
    const of = checks.filter((check) => check.kind === kind);
    return { found: of.filter(({ met }) => met).length, expected: of.length };
  };
  return {
    names: recall('name'),
    fields: recall('field'),
    relations: recall('relation'),
    missing: checks.filter(({ met }) => !met).map(({ label }) => label),
  };
}

interface Check {
  kind: 'name' | 'field' | 'relation';
  label: string;
  met: boolean;
}

function checksOf(wanted: ExpectedEntity, plan: Kept | null, hasUsers: boolean): Check[] {
  const names = [wanted.name, ...wanted.aliases].map(key);
  const entity = plan?.entities.find(({ name }) => names.includes(key(name)));
  const isUser = plan !== null && hasUsers && names.some((name) => people.test(name));
  return [
    { kind: 'name', label: wanted.name, met: entity !== undefined || isUser },
    ...wanted.fields.map((field): Check => {
      const met = entity !== undefined && hasField(entity, plan, key(field));
      return { kind: 'field', label: `${wanted.name}.${field}`, met };
    }),
    ...wanted.relations.map((relation): Check => {
      const [, target = ''] = relation.split(' ');
      const met = entity !== undefined && isRelated(entity, plan, key(target), hasUsers);
      return { kind: 'relation', label: `${wanted.name} ${relation}`, met };
    }),
  ];
}

/** `due date`, `DueDates` and `dueDate` are one name. */
const key = (name: string) =>
  pluralize
    .singular(name)
    .replaceAll(/[^a-z0-9]/gi, '')
    .toLowerCase();

/** A relation can stand for a field: `custodian` is a column too when it points at a row. */
function hasField(entity: Entity, plan: Kept | null, field: string): boolean {
  const columns = [
    ...entity.fields.map(({ name }) => key(name)),
    ...(plan?.relations ?? [])
      .filter(({ to }) => to === entity.name)
      .map(({ from, as }) => key(as ?? from)),
  ];
  return managed.has(field) || columns.includes(field);
}

function isRelated(entity: Entity, plan: Kept | null, target: string, hasUsers: boolean): boolean {
  const linked = (plan?.relations ?? []).some(({ from, to }) => {
    const [a, b, own] = [key(from), key(to), key(entity.name)];
    return (a === own && b === target) || (b === own && a === target);
  });
  return linked || (entity.owned && hasUsers && people.test(target));
}
