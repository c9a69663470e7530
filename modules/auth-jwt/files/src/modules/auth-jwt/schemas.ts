import Type, { type Static } from 'typebox';

const timestamp = Type.String({ format: 'date-time' });

export const SignedInSchema = Type.Object(
  {
    accessToken: Type.String({ description: 'Send it as `Authorization: Bearer …`.' }),
    tokenType: Type.Literal('Bearer'),
    expiresIn: Type.Integer({ description: 'Seconds until the access token expires.' }),
    refreshToken: Type.String({ description: 'Good for one refresh. Keep it secret.' }),
    refreshExpiresAt: timestamp,
  },
  { $id: 'SignedIn' },
);
export type SignedInBody = Static<typeof SignedInSchema>;
export const signedInRef = Type.Unsafe<SignedInBody>({ $ref: 'SignedIn#' });

export const RefreshBody = Type.Object(
  { refreshToken: Type.String({ minLength: 1, maxLength: 200 }) },
  { additionalProperties: false },
);

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
