import type { Json, Schema } from './open-api.ts';

const asIs = new Set(['enum', 'required', 'const']);
const dropped = new Set([
  ...['description', 'example', 'examples', 'title', 'default', 'externalDocs', 'deprecated'],
  ...['readOnly', 'writeOnly', 'nullable', 'discriminator'],
]);

/** OpenAPI 3.0's kind of schema as JSON Schema, without its prose. */
export function jsonSchema(schema: Schema): Schema {
  const entries = Object.entries(schema)
    .filter(([key]) => !dropped.has(key) && !key.startsWith('x-'))
    // Answers may have more fields than named, so that one may well fit two kinds.
    .map(([key, value]) => [key === 'oneOf' ? 'anyOf' : key, converted(key, value)] as const);
  const shown: Schema = Object.fromEntries(entries);
  return schema.nullable === true ? orNull(shown) : shown;
}

function converted(key: string, value: Json): Json {
  if (asIs.has(key)) return value;
  if (key === '$ref') return String(value).replace('#/components/', '#/');
  if (key === 'properties') return mapped(value as Record<string, Schema>, jsonSchema);
  if (Array.isArray(value)) return value.map((item) => jsonSchema(item as Schema));
  return typeof value === 'object' && value !== null ? jsonSchema(value) : value;
}

function orNull(schema: Schema): Schema {
  if (typeof schema.type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  const { enum: values } = schema;
  return {
    ...{ ...schema, type: [schema.type, 'null'] },
    ...(Array.isArray(values) ? { enum: [...new Set([...values, null])] } : {}),
  };
}

/** A request's schema that refuses fields which GitHub does not name. */
export function closed(schema: Schema, inside = false): Schema {
  const { additionalProperties, ...rest } = schema;
  const entries = Object.entries(rest).map(([key, value]) => [key, closedValue(key, value)]);
  const shown: Schema = Object.fromEntries(entries);
  if (typeof additionalProperties === 'object') return { ...shown, additionalProperties };
  return 'properties' in schema && !inside ? { ...shown, unevaluatedProperties: false } : shown;
}

function closedValue(key: string, value: Json): Json {
  if (key === 'properties') return mapped(value as Record<string, Schema>, closed);
  if (key === 'items') return closed(value as Schema);
  const alternatives = ['anyOf', 'allOf'].includes(key);
  return alternatives ? (value as Schema[]).map((one) => closed(one, true)) : value;
}

export const mapped = <A, B>(record: Record<string, A>, change: (value: A) => B) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
