import Type, { type Static } from 'typebox';
import { roles } from './roles.ts';

const uuid = Type.String({
  maxLength: 36,
  pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
});
const role = Type.Enum([...roles]);
const moment = Type.String({ format: 'date-time' });
const accepted = Type.Boolean({ description: 'False while the invitation is open.' });
const strict = { additionalProperties: false } as const;

/** Too short to be an id, so that `X-Tenant` means one thing. */
const slug = Type.String({ minLength: 1, maxLength: 35, pattern: '^[a-z0-9](-?[a-z0-9])*$' });
/** At least one character that is not a space; PostgreSQL stores every character but NUL. */
const name = Type.String({
  minLength: 1,
  maxLength: 100,
  pattern: '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$',
});
const isPublic = Type.Boolean({
  description: 'Whether visitors may do here what is open to anybody.',
});

export const TenantSchema = Type.Object(
  { id: uuid, slug, name, isPublic, role, accepted, createdAt: moment, updatedAt: moment },
  { $id: 'Tenant' },
);
export const tenantRef = Type.Unsafe<Static<typeof TenantSchema>>({ $ref: 'Tenant#' });

export const NewTenant = Type.Object({ slug, name }, strict);
export type NewTenant = Static<typeof NewTenant>;

export const TenantChanges = Type.Partial(Type.Object({ slug, name, isPublic }), {
  ...strict,
  minProperties: 1,
});
export type TenantChanges = Static<typeof TenantChanges>;

export const MemberSchema = Type.Object(
  {
    userId: uuid,
    email: Type.String({ format: 'email' }),
    name: Type.String(),
    role,
    accepted,
    createdAt: moment,
  },
  { $id: 'TenantMember' },
);
export const memberRef = Type.Unsafe<Static<typeof MemberSchema>>({ $ref: 'TenantMember#' });

export const NewMember = Type.Object(
  { email: Type.String({ format: 'email', maxLength: 254 }), role },
  strict,
);
export const MemberChanges = Type.Object({ role }, strict);

export const tenantParams = Type.Object({ id: uuid });
export const memberParams = Type.Object({ id: uuid, member: uuid });

export const PageQuery = Type.Object(
  {
    limit: Type.Integer({ minimum: 1, maximum: 100, default: 20 }),
    cursor: Type.Optional(
      Type.String({ ...uuid, description: '`nextCursor` of the page before.' }),
    ),
  },
  { additionalProperties: false },
);
export type PageQuery = Static<typeof PageQuery>;

const nextCursor = Type.Unsafe<string | null>({
  type: ['string', 'null'],
  description: 'Null on the last page.',
});
export const TenantPage = Type.Object({ items: Type.Array(tenantRef), nextCursor });
export const MemberPage = Type.Object({ items: Type.Array(memberRef), nextCursor });

export const noContent = Type.Null({ description: 'Done' });
