import Type, { type Static } from 'typebox';

const timestamp = Type.String({ format: 'date-time' });
const csrfToken = Type.String({
  description: 'Send it as `X-CSRF-Token` with requests that change something.',
});

export const SignedInSchema = Type.Object(
  { csrfToken, expiresAt: Type.String({ ...timestamp, description: 'Sign in again by then.' }) },
  { $id: 'SignedIn', description: 'The session itself is in the cookie that comes along.' },
);
export type SignedInBody = Static<typeof SignedInSchema>;

export const CsrfToken = Type.Object({ csrfToken });

const uuid = Type.String({
  pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
  maxLength: 36,
});
export const sessionParams = Type.Object({ id: uuid });

export const SessionList = Type.Object({
  items: Type.Array(
    Type.Object({
      id: uuid,
      userAgent: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
      createdAt: timestamp,
      lastUsedAt: timestamp,
      expiresAt: timestamp,
      current: Type.Boolean({ description: 'The session of this request.' }),
    }),
  ),
});
