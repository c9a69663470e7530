import type { Entity } from '../../plan/entity.ts';
import { lowerFirst } from '../../plan/entity-names.ts';
import type { Relation } from '../../plan/relation.ts';
import { needsIdentity } from '../../resolve/needs-identity.ts';
import { columnsOf, noteBeside } from './columns-of.ts';
import {
  changeableColumns,
  type EntityModel,
  isManaged,
  type JoinModel,
  type Reference,
  type RoleModel,
  requiredReferences,
  stricter,
} from './entity-model.ts';
import { namesOf, snakeCase } from './names.ts';
import { permissionsOf } from './permissions-of.ts';

/** What the server has that its entities take into account. */
export interface Surroundings {
  /** Null where only admins have rights of their own. */
  roles: readonly RoleModel[] | null;
  /** Whether rows belong to tenants. */
  tenancy: boolean;
  /** Whether clients can listen. */
  realtime: boolean;
}

/** The entities in an order in which each comes after those it points at, as far as circles allow. */
export function modelsOf(
  entities: readonly Entity[],
  relations: readonly Relation[],
  surroundings: Surroundings,
): EntityModel[] {
  const hasAdmins = surroundings.tenancy || needsIdentity(entities);
  const models = new Map(
    entities.map((entity) => [
      entity.name,
      modelWithoutReferences(withoutIdleManagement(entity, hasAdmins), relations, surroundings),
    ]),
  );
  for (const model of models.values()) addReferences(model, models);
  const ordered = inOrder([...models.values()]);
  for (const model of ordered) {
    model.inCycle = reaches(model, model);
    raiseAccess(model);
    fixReferences(model);
  }
  for (const model of ordered) settleDeletion(model);
  return ordered;
}

/** Where only admins write anyway, or nobody is an admin, a managed field is like any other. */
const withoutIdleManagement = (entity: Entity, hasAdmins: boolean): Entity =>
  hasAdmins && entity.write !== 'admin'
    ? entity
    : { ...entity, fields: entity.fields.map((field) => ({ ...field, managed: false })) };

function modelWithoutReferences(
  entity: Entity,
  relations: readonly Relation[],
  { roles, tenancy, realtime }: Surroundings,
): EntityModel {
  const { name, description, owned, read, write } = entity;
  const names = namesOf(name);
  return {
    names,
    description,
    owned,
    columns: columnsOf(entity, relations),
    references: [],
    children: [],
    personal: owned,
    access: { read, create: write, change: stricter(read, write) },
    permissions: roles ? permissionsOf(names) : undefined,
    roles: roles ?? [],
    tenancy,
    // A socket has no tenant to see rows by.
    events: realtime && !tenancy,
    inCycle: false,
  };
}

function addReferences(model: EntityModel, models: ReadonlyMap<string, EntityModel>) {
  for (const column of model.columns) {
    const parent = models.get(column.parent ?? '');
    if (!parent) continue;
    const guarded = isGuarded(model, parent);
    const reference: Reference = { column, parent, onDelete: 'refuse', guarded };
    model.references.push(reference);
    parent.children.push({ entity: model, reference });
  }
}

/**
 * What belongs to somebody can be deleted, by them and with their account, whatever others attached
 * to it. Anything else stays as long as something refers to it. Parents are settled first.
 */
function settleDeletion(model: EntityModel) {
  model.personal ||= model.references.some(
    ({ column, parent }) => column.required && parent.personal,
  );
  for (const { reference } of model.children)
    if (model.personal) reference.onDelete = reference.column.required ? 'cascade' : 'set null';
}

/** Callers who may write the child but not read every parent must not point at those parents. */
const isGuarded = (child: EntityModel, parent: EntityModel) =>
  (child.access.create !== 'admin' || child.permissions !== undefined) &&
  ['owner', 'admin'].includes(parent.access.read);

/**
 * What belongs to a row of somebody's does not move to another, nor does what admins have judged:
 * a price that they set for one product says nothing of the next.
 */
function fixReferences(model: EntityModel) {
  for (const { column, parent } of requiredReferences(model))
    column.fixed = parent.owned || isManaged(model);
  if (changeableColumns(model).length > 0) return;
  for (const { column, parent } of model.references)
    column.fixed &&= isManaged(model) || parent.access.read === 'owner';
  if (changeableColumns(model).length === 0) model.columns.push(noteBeside(model.columns));
}

/** Where nobody may read the parents without signing in, nobody can point at them either. */
function raiseAccess({ access, references }: EntityModel) {
  if (references.every(({ parent }) => parent.access.read === 'public')) return;
  access.create = stricter(access.create, 'authenticated');
  access.change = stricter(access.change, 'authenticated');
}

function reaches(start: EntityModel, goal: EntityModel, seen = new Set<EntityModel>()): boolean {
  return start.references.some(({ parent }) => {
    if (parent === goal) return true;
    return seen.size !== seen.add(parent).size && reaches(parent, goal, seen);
  });
}

/** Optional parents in a circle may come later; the checked plan has no circle of required ones. */
function inOrder(models: EntityModel[]): EntityModel[] {
  const done = new Set<EntityModel>();
  const visit = (model: EntityModel) => {
    if (done.has(model)) return;
    for (const { column, parent } of model.references)
      if (parent !== model && (column.required || !reaches(parent, model))) visit(parent);
    done.add(model);
  };
  for (const model of models) visit(model);
  return [...done];
}

/** The many-to-many relations between these entities. */
export const joinsOf = (
  models: readonly EntityModel[],
  relations: readonly Relation[],
): JoinModel[] =>
  relations.flatMap((relation) => {
    const find = (type: string) => models.find(({ names }) => names.type === type);
    const [from, to] = [find(relation.from), find(relation.to)];
    return relation.kind === 'many-to-many' && from && to ? [joinOf(from, to)] : [];
  });

function joinOf(from: EntityModel, to: EntityModel): JoinModel {
  const toItself = from === to;
  const targetId = `${toItself ? `related${to.names.type}` : lowerFirst(to.names.type)}Id`;
  const sourceId = `${lowerFirst(from.names.type)}Id`;
  return {
    names: {
      type: `${from.names.type}${toItself ? 'Related' : ''}${to.names.types}`,
      pair: `${from.names.type}${toItself ? 'Related' : ''}${to.names.type}`,
      many: `${lowerFirst(from.names.types)}${toItself ? 'Related' : ''}${to.names.types}`,
      table: `${from.names.table}_${toItself ? 'related_' : ''}${to.names.table}`,
      folder: `${from.names.path}-${toItself ? 'related-' : ''}${to.names.path}`,
    },
    from,
    to,
    fromId: { name: sourceId, column: snakeCase(sourceId) },
    toId: { name: targetId, column: snakeCase(targetId) },
    path: `${toItself ? 'related-' : ''}${to.names.path}`,
    access: {
      read: stricter(from.access.read, to.access.read),
      change: stricter(from.access.change, to.access.read),
    },
  };
}
