import Type, { type Static, type TSchema } from 'typebox';

/** Years 1000 to 2999, so that JavaScript and PostgreSQL read the same moment. */
const years = '^[12][0-9]{3}-';

export const uuidText = Type.String({
  format: 'uuid',
  pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
});
/** RFC 3339 knows offsets of nearly a day, and its successor names of calendars: PostgreSQL does not. */
const offset = '([Zz]|[+-](0[0-9]|1[0-5]):[0-9]{2})$';
/** In UTC, as it is answered, it would leave those years. */
const isBeyond = '(?!^(1000-01-01.*[+]|2999-12-31.*-[0-9]{2}:))';
export const timestamp = Type.String({
  format: 'date-time',
  pattern: `${isBeyond}${years}.*${offset}`,
});
export const calendarDate = Type.String({ format: 'date', pattern: years });
export const emailAddress = Type.String({ format: 'email', maxLength: 254 });
export const webAddress = Type.String({ format: 'uri', pattern: '^https?://', maxLength: 2000 });
export const wholeNumber = Type.Integer({ minimum: -2_147_483_648, maximum: 2_147_483_647 });
export const anyNumber = Type.Number({ minimum: -1e300, maximum: 1e300 });
/** Exact, therefore text: JSON numbers lose digits. */
export const exactDecimal = Type.String({
  pattern: '^-?[0-9]{1,18}(\\.[0-9]{1,6})?$',
  maxLength: 26,
});
/** In minor units of the currency: 1999 is 19.99 EUR. */
export const moneyAmount = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
export const signedMoneyAmount = Type.Integer({
  minimum: Number.MIN_SAFE_INTEGER,
  maximum: Number.MAX_SAFE_INTEGER,
});
/** ISO 4217. */
export const currencyCode = Type.String({ pattern: '^[A-Z]{3}$', maxLength: 3 });

/** PostgreSQL stores every character but NUL. */
export const text = (minLength: number, maxLength: number) =>
  Type.String({ minLength, maxLength, pattern: '^[^\\u0000]*$' });

/** The schema, or null. */
export function nullable<Schema extends TSchema>(schema: Schema) {
  const { type, enum: values } = schema as { type?: string; enum?: unknown[] };
  return Type.Unsafe<Static<Schema> | null>({
    ...schema,
    ...(type && { type: [type, 'null'] }),
    ...(values && { enum: [...values, null] }),
  });
}

/** The schema of a number, between bounds that are part of the range. */
export const within = <Schema extends TSchema>(
  schema: Schema,
  bounds: { minimum?: number; maximum?: number },
) => Type.Unsafe<Static<Schema>>({ ...schema, ...bounds });

/** The schema, and what stands in for a missing value. */
export const withDefault = <Schema extends TSchema>(
  schema: Schema,
  value: NoInfer<Static<Schema>>,
) => Type.Optional(Type.Unsafe<Static<Schema>>({ ...schema, default: value }));

/** Points at a schema that the server knows by its `$id`. */
export const ref = <Schema extends TSchema>(schema: Schema) =>
  Type.Unsafe<Static<Schema>>({ $ref: `${(schema as { $id?: string }).$id}#` });
