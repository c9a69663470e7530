import type { EntityModel, Permissions } from './entity-model.ts';
import { isManaged } from './entity-model.ts';
import type { Names } from './names.ts';

export const permissionsOf = ({ path }: Names): Permissions => ({
  read: `${path}:read`,
  write: `${path}:write`,
});

/** Neither everybody may, nor everybody who is signed in. */
export const isLimited = (access: string) => access === 'owner' || access === 'admin';

/** The permissions that routes ask for: where everybody may, there is nothing to permit. */
export const askedPermissions = (entities: readonly EntityModel[]): string[] =>
  entities.flatMap((entity) => {
    const { permissions, access } = entity;
    if (!permissions) return [];
    const writes = isLimited(access.create) || isLimited(access.change) || isManaged(entity);
    return [
      ...(isLimited(access.read) ? [permissions.read] : []),
      ...(writes ? [permissions.write] : []),
    ];
  });

/** Roles whose holders may do with these entities what admins may. */
export const managersOf = (...entities: readonly EntityModel[]): string[] =>
  (entities[0]?.roles ?? [])
    .filter(({ manages }) => entities.every(({ names }) => manages.includes(names.type)))
    .map(({ name }) => name);

/** Who has a role, but not one that helps with this entity. */
export const otherRole = ({ roles, names }: EntityModel): string | undefined =>
  roles.find(({ manages }) => !manages.includes(names.type))?.name;
