import fc from 'fast-check';
import { deref, type OpenApi, type Schema } from '../openapi.ts';
import { harvested } from './harvest.ts';

/** Values that a schema allows; some are stand-ins for what the server has answered before. */
export function valuesOf(
  schema: Schema,
  document: OpenApi,
  name = '',
  depth = 0,
): fc.Arbitrary<unknown> {
  const plain = deref(schema, document);
  const next = (inner: Schema, as = name) => valuesOf(inner, document, as, depth + 1);
  if (depth > 6) return fc.constant(null);
  if ('const' in plain) return fc.constant(plain.const);
  if (plain.enum) return fc.constantFrom(...plain.enum);
  const choice = plain.anyOf ?? plain.oneOf;
  if (choice) return fc.oneof(...choice.map((each) => next(each)));
  if (plain.allOf) {
    const parts = plain.allOf.map((each) => deref(each, document));
    return next({
      ...Object.assign({}, ...parts),
      properties: Object.assign({}, ...parts.map((part) => part.properties)),
      required: parts.flatMap((part) => part.required ?? []),
    });
  }
  if (Array.isArray(plain.type)) {
    const weighted = plain.type.map((type) => ({
      weight: type === 'null' ? 1 : 4,
      arbitrary: next({ ...plain, type }),
    }));
    return fc.oneof(...weighted);
  }
  return ofType(plain, name, next);
}

function ofType(
  schema: Schema,
  name: string,
  next: (inner: Schema, as?: string) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  switch (schema.type ?? (schema.properties ? 'object' : 'any')) {
    case 'string':
      return fc.oneof(
        { weight: schema.format === 'uuid' ? 8 : 1, arbitrary: harvested(name) },
        { weight: schema.format === 'uuid' ? 1 : 5, arbitrary: strings(schema) },
      );
    case 'integer':
      return fc.integer(limits(schema, 2 ** 31));
    case 'number':
      return fc.double({ ...limits(schema, 1e9), noNaN: true, noDefaultInfinity: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array': {
      const { items = {}, minItems: minLength = 0, maxItems = minLength + 4 } = schema;
      return fc.array(next(items), { minLength, maxLength: Math.min(maxItems, minLength + 4) });
    }
    case 'object':
      return objects(schema, next);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function objects(
  { properties = {}, required = [], additionalProperties }: Schema,
  next: (inner: Schema, as?: string) => fc.Arbitrary<unknown>,
) {
  const known = fc.record(
    Object.fromEntries(
      Object.entries(properties).map(([name, inner]) => [name, next(inner, name)]),
    ),
    { requiredKeys: required.filter((name) => name in properties) },
  );
  if (typeof additionalProperties !== 'object') return known;
  const more = fc.dictionary(
    fc.string({ minLength: 1, maxLength: 10 }),
    next(additionalProperties),
    {
      maxKeys: 3,
    },
  );
  return fc.tuple(more, known).map(([one, other]) => ({ ...one, ...other }));
}

const limits = ({ minimum, maximum }: Schema, usual: number) => {
  const min = minimum ?? Math.min(-usual, maximum ?? 0);
  return { min, max: Math.max(min, maximum ?? usual) };
};

const formats: Record<string, () => fc.Arbitrary<string>> = {
  uuid: () => fc.uuid(),
  email: () => fc.emailAddress(),
  uri: () => fc.webUrl(),
  'date-time': () =>
    fc
      .tuple(dates(), fc.constantFrom('Z', '+05:30', '-12:00', '+23:59'))
      .map(([date, offset]) => date.toISOString().replace('Z', offset)),
  date: () => dates().map((date) => date.toISOString().slice(0, 10)),
  ipv4: () => fc.ipV4(),
};

const dates = () =>
  fc.date({
    min: new Date('1000-01-01T00:00:00Z'),
    max: new Date('2999-12-31T00:00:00Z'),
    noInvalidDate: true,
  });

function strings({ format = '', pattern, minLength = 0, maxLength = 60 }: Schema) {
  const formatted = formats[format]?.();
  if (formatted)
    return pattern ? formatted.filter((text) => compiled(pattern).test(text)) : formatted;
  const length = { minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)) };
  const longest = 'x'.repeat(Math.max(minLength, Math.min(maxLength, 10_000)));
  const plain = fc.oneof(
    { weight: 6, arbitrary: fc.string({ ...length, size: 'max' }) },
    { weight: 3, arbitrary: fc.string({ ...length, unit: 'grapheme', size: 'small' }) },
    { weight: 1, arbitrary: fc.constantFrom(longest.slice(0, minLength), longest) },
  );
  // PostgreSQL stores every character but this one.
  const nul = fc.constant('\0'.repeat(Math.max(1, minLength)));
  const any = fc.oneof({ weight: 10, arbitrary: plain }, { weight: 1, arbitrary: nul });
  if (!pattern) return any;
  const regex = compiled(pattern);
  const isWide = fc.sample(plain, { seed: 1, numRuns: 20 }).every((text) => regex.test(text));
  return isWide ? any : matching(regex);
}

/** What looks ahead or behind cannot be drawn from, but what it rules out is rare. */
function matching(regex: RegExp): fc.Arbitrary<string> {
  const simple = regex.source.replaceAll(/\(\?<?[=!](?:[^()\\]|\\.)*\)/g, '');
  return fc.stringMatching(new RegExp(simple, regex.flags)).filter((text) => regex.test(text));
}

function compiled(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return new RegExp(pattern);
  }
}
