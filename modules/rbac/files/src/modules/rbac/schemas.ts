import Type from 'typebox';
import type { RoleGrant } from './table.ts';

const uuid = Type.String({
  pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
  maxLength: 36,
});
const role = Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$', maxLength: 40 });
const permissions = Type.Array(Type.String(), { description: 'For example `posts:write`.' });

export const userParams = Type.Object({ id: uuid });
export const grantParams = Type.Object({ id: uuid, role });

export const NewRoles = Type.Object(
  { roles: Type.Array(role, { maxItems: 50, uniqueItems: true }) },
  { additionalProperties: false },
);

export const RoleList = Type.Object({
  items: Type.Array(Type.Object({ name: role, description: Type.String(), permissions })),
});

export const GrantList = Type.Object({
  items: Type.Array(
    Type.Object({
      role,
      grantedBy: Type.Unsafe<string | null>({
        type: ['string', 'null'],
        description: 'Id of an admin; null for the command line, or when their account is gone.',
      }),
      grantedAt: Type.String({ format: 'date-time' }),
    }),
  ),
});

export const OwnPermissions = Type.Object({ roles: Type.Array(Type.String()), permissions });

export const grantList = (grants: readonly RoleGrant[]) => ({
  items: grants.map(({ role, grantedBy, grantedAt }) => {
    return { role, grantedBy, grantedAt: grantedAt.toISOString() };
  }),
});
