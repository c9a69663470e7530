import Type, { type Static } from 'typebox';
import type { User } from '../../contracts/users.ts';
import { roles } from './roles.ts';

const uuid = Type.String({
  pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
  maxLength: 36,
});
const role = Type.Enum([...roles]);
const timestamp = Type.String({ format: 'date-time' });

export const UserSchema = Type.Object(
  {
    id: uuid,
    email: Type.String({ format: 'email' }),
    name: Type.String(),
    role,
    createdAt: timestamp,
    updatedAt: timestamp,
  },
  { $id: 'User' },
);
export const userRef = Type.Unsafe<Static<typeof UserSchema>>({ $ref: 'User#' });

export const UserPage = Type.Object({
  items: Type.Array(userRef),
  nextCursor: Type.Unsafe<string | null>({
    type: ['string', 'null'],
    description: 'Null on the last page.',
  }),
});

export const pageQuery = Type.Object(
  {
    limit: Type.Integer({ minimum: 1, maximum: 100, default: 20 }),
    cursor: Type.Optional(
      Type.String({ ...uuid, description: '`nextCursor` of the page before.' }),
    ),
  },
  { additionalProperties: false },
);

export const userParams = Type.Object({ id: uuid });

const strict = { additionalProperties: false } as const;
/** At least one character that is not a space; PostgreSQL stores every character but NUL. */
const name = Type.String({
  minLength: 1,
  maxLength: 100,
  pattern: '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$',
});
export const OwnChanges = Type.Object({ name }, strict);
export const AdminChanges = Type.Object({ role }, strict);

/** A user as everybody may see their own, and admins all. */
export const userBody = ({ createdAt, updatedAt, ...user }: User) => ({
  ...user,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});
