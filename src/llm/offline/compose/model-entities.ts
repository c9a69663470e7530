import { type Entity, Field } from '../../../core/plan/entity.ts';
import type { Relation } from '../../../core/plan/relation.ts';
import { relate } from '../find/find-relations.ts';
import type { FoundEntity } from '../find/found-entity.ts';
import type { Noun } from '../vocabulary/noun.ts';
import type { Accounts } from './decide-accounts.ts';
import type { Findings } from './findings.ts';

export interface Model {
  entities: Entity[];
  relations: Relation[];
}

/** The ready models that were named, then what the text adds; fields of the text win. */
export function modelEntities(findings: Findings, accounts: Accounts): Model {
  const covered = findings.blueprints.flatMap(({ means }) => means.plan.covers);
  const named = findings.entities.filter(
    (entity) =>
      isRecord(entity, accounts) && (entity.fields.length > 0 || !covered.includes(entity.name)),
  );
  // Who spells out several entities wants these and no others.
  const spelledOut = named.filter(({ fields }) => fields.length > 0).length > 1;
  const ready = findings.blueprints.flatMap(({ means: { plan } }) =>
    plan.entities.filter(
      ({ name }) =>
        (!spelledOut && !plan.optional.includes(name)) ||
        named.some((found) => found.name === name),
    ),
  );
  const all = new Map<string, Entity>();
  for (const entity of ready) if (!all.has(entity.name)) all.set(entity.name, entity);
  for (const found of named) {
    const before = all.get(found.name);
    if (!before) all.set(found.name, fromFound(found, accounts));
    else if (found.fields.length > 0)
      all.set(found.name, { ...before, fields: likeUsual(found.fields, before.fields) });
  }
  const entities = [...all.values()].slice(0, 40);
  const relations = relationsOf(findings, entities);
  return { entities: entities.map((entity) => withoutKeys(entity, relations)), relations };
}

/** People who sign in are the users module; without sign-in they are members like any other row. */
function isRecord({ name, noun, fields }: FoundEntity, accounts: Accounts): boolean {
  if (!noun?.person) return true;
  if (name === 'User') return accounts === 'denied' && fields.length > 0;
  return fields.length > 0;
}

function fromFound({ name, noun, fields }: FoundEntity, accounts: Accounts): Entity {
  const usual = noun?.fields ?? [];
  const given = fields.length > 0 ? likeUsual(fields, usual) : usual;
  return {
    name: name === 'User' ? 'Member' : name,
    description: '',
    fields: given.length > 0 ? [...given] : [nameField],
    ...accessOf(noun, given, accounts),
  };
}

/**
 * A field that the text names keeps its usual bounds. What only admins set stays so, and rows can
 * be made without it.
 */
const likeUsual = (fields: readonly Field[], usual: readonly Field[]): Field[] =>
  fields.map((said) => {
    const field = boundedLike(said, usual);
    if (!usual.some(({ name, managed }) => managed && name === field.name)) return field;
    const [first] = field.values ?? [];
    return first && !field.unique
      ? { ...field, managed: true, default: field.default ?? first }
      : { ...field, managed: true, required: false };
  });

function boundedLike(field: Field, usual: readonly Field[]): Field {
  const known = usual.find(({ name, type }) => name === field.name && type === field.type);
  return {
    ...field,
    ...(known?.min === undefined ? {} : { min: known.min }),
    ...(known?.max === undefined ? {} : { max: known.max }),
  };
}

const nameField: Field = Field.parse({ name: 'name', type: 'string' });
const personal = new Set(['email', 'phone', 'birthDate', 'birthday', 'salary', 'passport']);

type AccessRules = Pick<Entity, 'owned' | 'read' | 'write'>;

/** Rows of people are theirs; a catalogue is for all to read and for admins to keep. */
function accessOf(noun: Noun | null, fields: readonly Field[], accounts: Accounts): AccessRules {
  if (noun ? noun.shown : accounts === 'asked')
    return { owned: true, read: 'public', write: 'owner' };
  if (noun?.personal) return { owned: true, read: 'owner', write: 'owner' };
  const sensitive = fields.some(({ name, type }) => type === 'email' || personal.has(name));
  return { owned: false, read: sensitive ? 'authenticated' : 'public', write: 'admin' };
}

function relationsOf({ blueprints, relations }: Findings, entities: readonly Entity[]): Relation[] {
  const names = new Set(entities.map(({ name }) => name));
  const has = ({ from, to }: { from: string; to: string }) => names.has(from) && names.has(to);
  const ready = blueprints.flatMap(({ means }) => means.plan.relations).filter(has);
  const said = relate(
    entities.map(({ name }) => ({ name, noun: null, fields: [], at: 0 })),
    relations.filter(has),
  );
  const between = ({ from, to }: Relation) => [from, to].toSorted().join();
  const settled = new Set(ready.map(between));
  return [
    ...uniqueBy(ready, between),
    ...said.filter((relation) => !settled.has(between(relation))),
  ];
}

const uniqueBy = <T>(items: readonly T[], key: (item: T) => string): T[] =>
  [...new Map(items.toReversed().map((item) => [key(item), item])).values()].toReversed();

/** “author” as a word of Book is the relation to Author once there are authors. */
function withoutKeys(entity: Entity, relations: readonly Relation[]): Entity {
  const parents = relations
    .filter(({ kind, to }) => kind === 'one-to-many' && to === entity.name)
    .map(({ from }) => from.toLowerCase());
  const fields = entity.fields.filter(
    ({ name }) => !parents.includes(name.toLowerCase()) && !parents.some((p) => name === `${p}Id`),
  );
  return { ...entity, fields };
}
