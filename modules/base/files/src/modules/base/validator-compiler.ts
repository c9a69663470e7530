import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifyInstance, FastifySchemaCompiler } from 'fastify';

const common = { useDefaults: true, allErrors: false, strict: false } as const;

/** Everything in a URL or a header is text, so it is converted; a JSON body has types of its own. */
export function validatorCompiler(app: FastifyInstance): FastifySchemaCompiler<object> {
  const fromText = new Ajv({ ...common, coerceTypes: 'array' });
  const fromJson = new Ajv({ ...common, coerceTypes: false });
  for (const ajv of [fromText, fromJson]) addFormats.default(ajv);

  return ({ schema, httpPart }) => {
    const ajv = httpPart === 'body' ? fromJson : fromText;
    for (const [id, shared] of Object.entries(app.getSchemas()))
      if (!ajv.getSchema(id)) ajv.addSchema(shared as object, id);
    return ajv.compile(schema);
  };
}
