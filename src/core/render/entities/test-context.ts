import type { Column } from './column.ts';
import { kinds } from './column-kinds.ts';
import { type EntityModel, requiredReferences } from './entity-model.ts';
import { ownColumns } from './factory-file.ts';
import { readsOwnOnly } from './queries-file.ts';

/** Who can do everything with an entity: nobody needs to sign in, any member, or only admins. */
export function writerOf(entity: EntityModel): 'public' | 'member' | 'admin' {
  const levels = Object.values(entity.access);
  const hiddenParent = requiredReferences(entity).some(
    ({ parent }) => parent.access.read === 'admin',
  );
  if (levels.includes('admin') || hiddenParent) return 'admin';
  return levels.some((level) => level !== 'public') ? 'member' : 'public';
}

/** The column that tests change: any that has two values. */
const changeable = (entity: EntityModel): Column | undefined =>
  ownColumns(entity).find((column) => new Set(kinds[column.kind].two(column)).size > 1);

/** A valid body for PATCH, as an expression within an async function. */
export function changeOf(entity: EntityModel, owner: string): string {
  const column = changeable(entity);
  if (column) return `{ ${column.name}: ${kinds[column.kind].two(column)[1]} }`;
  const reference = entity.references.find((candidate) => !candidate.column.fixed);
  if (!reference) return `{ ${sameValue(ownColumns(entity)[0])} }`;
  const { column: target, parent } = reference;
  const given = readsOwnOnly(parent) ? `, { ownerId: ${owner} }` : '';
  return `{ ${target.name}: (await insert${parent.names.type}(app${given})).id }`;
}

const sameValue = (column: Column | undefined) =>
  column ? `${column.name}: ${kinds[column.kind].two(column)[0]}` : '';

/** Whether `changeOf` calls the factory of a parent. */
export const changeNeeds = (entity: EntityModel): EntityModel | undefined =>
  changeable(entity) ? undefined : entity.references.find(({ column }) => !column.fixed)?.parent;
