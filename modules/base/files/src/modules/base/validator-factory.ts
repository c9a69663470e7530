import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifySchemaCompiler, FastifyServerOptions } from 'fastify';
import { oncePerSchemas, type SharedSchemas } from './once-per-schemas.ts';

type SchemaController = NonNullable<FastifyServerOptions['schemaController']>;
type Factory = NonNullable<NonNullable<SchemaController['compilersFactory']>['buildValidator']>;

const common = {
  useDefaults: true,
  allErrors: false,
  strict: false,
  // What a route calls its schema is its own business: another may use the same `$id`.
  addUsedSchema: false,
} as const;

/** Everything in a URL or a header is text, so it is converted; a JSON body has types of its own. */
function compilerWith(schemas: SharedSchemas): FastifySchemaCompiler<object> {
  const fromText = new Ajv({ ...common, coerceTypes: 'array' });
  const fromJson = new Ajv({ ...common, coerceTypes: false });
  for (const ajv of [fromText, fromJson]) {
    addFormats.default(ajv);
    for (const [id, schema] of Object.entries(schemas)) ajv.addSchema(schema, id);
  }
  return ({ schema, httpPart }) => (httpPart === 'body' ? fromJson : fromText).compile(schema);
}

/**
 * A factory, because a compiler set by `setValidatorCompiler` gives way to Fastify's own in nested
 * plugins when a schema is added later. Fastify's type of it leaves out what it really passes.
 */
export const validatorFactory = () => oncePerSchemas(compilerWith) as unknown as Factory;
