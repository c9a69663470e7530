import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifySchemaCompiler } from 'fastify';

const common = { useDefaults: true, allErrors: false, strict: false } as const;
// Everything in a URL or a header is text, so it is converted; a JSON body has types of its own.
const fromText = new Ajv({ ...common, coerceTypes: 'array', removeAdditional: false });
const fromJson = new Ajv({ ...common, coerceTypes: false, removeAdditional: false });
for (const ajv of [fromText, fromJson]) addFormats.default(ajv);

export const validatorCompiler: FastifySchemaCompiler<object> = ({ schema, httpPart }) =>
  (httpPart === 'body' ? fromJson : fromText).compile(schema);
