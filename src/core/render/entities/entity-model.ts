import type { Access } from '../../plan/entity.ts';
import type { Column } from './column.ts';
import type { Names } from './names.ts';

/** Permissions that stand for `admin` where roles are: `posts:read`, `posts:write`. */
export interface Permissions {
  read: string;
  write: string;
}

/** A role as an entity sees it. */
export interface RoleModel {
  name: string;
  /** Types of the entities that its holders manage. */
  manages: readonly string[];
}

/** A column that points at another entity. */
export interface Reference {
  column: Column;
  parent: EntityModel;
  /** What happens to the row when its parent is deleted. */
  onDelete: 'cascade' | 'set null' | 'refuse';
  /** Not everybody who may write the row may read every parent, so a write has to ask. */
  guarded: boolean;
}

/** A reference from the parent's side. */
export interface Child {
  entity: EntityModel;
  reference: Reference;
}

/** An entity with everything that the files about it need to know. */
export interface EntityModel {
  names: Names;
  description: string;
  owned: boolean;
  columns: Column[];
  references: Reference[];
  /** Who points at this entity. */
  children: Child[];
  /** It has an owner, or cannot exist without something that has: it goes when the owner goes. */
  personal: boolean;
  /** `change` (update, delete) takes the right to read as well as the right to write. */
  access: { read: Access; create: Access; change: Access };
  /** Undefined where only admins have rights of their own. */
  permissions: Permissions | undefined;
  /** All roles of the server. */
  roles: readonly RoleModel[];
  /** Its rows belong to tenants. */
  tenancy: boolean;
  /** Clients that listen are told of its changes. */
  events: boolean;
  /** Whether entities refer to each other in a circle through this one. */
  inCycle: boolean;
}

/** A many-to-many relation. */
export interface JoinModel {
  names: { type: string; pair: string; many: string; table: string; folder: string };
  from: EntityModel;
  to: EntityModel;
  /** Column names; the two differ even when an entity is related to itself. */
  fromId: { name: string; column: string };
  toId: { name: string; column: string };
  /** Last part of the URL: `/posts/:id/tags`. */
  path: string;
  access: { read: Access; change: Access };
}

const strictness: readonly Access[] = ['public', 'authenticated', 'owner', 'admin'];

export const stricter = (one: Access, other: Access): Access =>
  strictness.indexOf(one) > strictness.indexOf(other) ? one : other;

/** What those who write the rest set. */
export const writableColumns = ({ columns }: EntityModel) =>
  columns.filter(({ managed }) => !managed);

/** What those who write the rest can change later. */
export const changeableColumns = (entity: EntityModel) =>
  writableColumns(entity).filter(({ fixed }) => !fixed);

export const fixedColumns = ({ columns }: EntityModel) => columns.filter(({ fixed }) => fixed);

/** What only admins set. */
export const managedColumns = ({ columns }: EntityModel) =>
  columns.filter(({ managed }) => managed);

export const isManaged = (entity: EntityModel) => managedColumns(entity).length > 0;

export const requiredReferences = ({ references }: EntityModel) =>
  references.filter(({ column }) => column.required);

/** The private row that an owned one is a part of: both belong to the same person. */
export const owningReference = (entity: EntityModel): Reference | undefined =>
  entity.owned
    ? requiredReferences(entity).find(({ parent }) => parent.access.read === 'owner')
    : undefined;

/** Whose rooms are told of the entity: those in which everybody may read it. */
export const heardThrough = (entity: EntityModel): Reference[] =>
  entity.references.filter((reference) => {
    const [own, parents] = [entity.access.read, reference.parent.access.read];
    const isPrivate = own === 'owner' && parents === 'owner';
    return isPrivate ? reference === owningReference(entity) : stricter(own, parents) === parents;
  });

export const guardedReferences = ({ references }: EntityModel) =>
  references.filter(({ guarded }) => guarded);
