import Type from 'typebox';

export const strict = { additionalProperties: false } as const;

export const email = Type.String({ format: 'email', maxLength: 254 });
/** One that exists: its length was checked when it was chosen. */
export const password = Type.String({ minLength: 1, maxLength: 128 });
export const newPassword = (minLength: number) =>
  Type.String({ minLength, maxLength: 128, description: 'Any characters; length is what counts.' });
/** At least one character that is not a space; PostgreSQL stores every character but NUL. */
export const name = Type.String({
  minLength: 1,
  maxLength: 100,
  pattern: '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$',
});

export const signedIn = Type.Unsafe<object>({ $ref: 'SignedIn#' });

export const registration = (minLength: number) =>
  Type.Object({ email, password: newPassword(minLength), name }, strict);
