import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifySchemaCompiler, FastifyServerOptions } from 'fastify';

const common = { useDefaults: true, allErrors: false, strict: false } as const;

/** Everything in a URL or a header is text, so it is converted; a JSON body has types of its own. */
function build(sharedSchemas: Record<string, object>): FastifySchemaCompiler<object> {
  const fromText = new Ajv({ ...common, coerceTypes: 'array' });
  const fromJson = new Ajv({ ...common, coerceTypes: false });
  for (const ajv of [fromText, fromJson]) {
    addFormats.default(ajv);
    for (const [id, shared] of Object.entries(sharedSchemas)) ajv.addSchema(shared, id);
  }
  return ({ schema, httpPart }) => (httpPart === 'body' ? fromJson : fromText).compile(schema);
}

type SchemaController = NonNullable<FastifyServerOptions['schemaController']>;
type Factory = NonNullable<NonNullable<SchemaController['compilersFactory']>['buildValidator']>;

/**
 * A factory, because a compiler set by `setValidatorCompiler` gives way to Fastify's own in nested
 * plugins when a schema is added later. Fastify's type of it leaves out what it really passes.
 */
export const buildValidator = build as unknown as Factory;
