import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js';
import description from '../github-openapi.json' with { type: 'json' };
import { addFormats } from './add-formats.ts';

const options = { strict: false, validateSchema: false, allErrors: true, logger: false } as const;
const strictly = prepared(new Ajv2019(options));
/** Values in a URL are text, whatever they mean. */
const leniently = prepared(new Ajv2019({ ...options, coerceTypes: 'array' }));

function prepared(ajv: Ajv2019): Ajv2019 {
  addFormats(ajv);
  return ajv.addSchema({ $id: 'github', ...description });
}

const known = new Map<string, ValidateFunction>();

/**
 * What is wrong with a value, in ajv's words.
 * @param pointer to a schema in the description
 */
export function validated(
  pointer: string,
  value: unknown,
  what: 'path' | 'query' | 'request' | 'answer',
): string[] {
  const ajv = what === 'path' || what === 'query' ? leniently : strictly;
  const validate = known.get(pointer) ?? ajv.compile({ $ref: `github${pointer}` });
  known.set(pointer, validate);
  if (validate(ajv === leniently ? structuredClone(value) : value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const extra = params.unevaluatedProperty ?? params.additionalProperty ?? params.allowedValues;
    return `${what}${instancePath} ${message}${extra ? ` (${extra})` : ''}`;
  });
}
