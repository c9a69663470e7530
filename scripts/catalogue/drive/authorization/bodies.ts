import fc from 'fast-check';
import { valuesOf } from '../fuzz/values.ts';
import { deref, type OpenApi, type Operation, type Schema } from '../openapi.ts';

export type Body = Record<string, unknown>;

/** What stands for the ids that a body refers to: property -> id. */
export type References = Record<string, string>;

let drawn = 0;

/**
 * Bodies that the operation may accept, the plainest first: what is required alone,
 * with each other property, with everything.
 */
export function bodiesOf(operation: Operation, document: OpenApi, references: References): Body[] {
  const { properties = {}, required = [] } = bodySchema(operation, document);
  const names = Object.keys(properties);
  const draw = (wanted: readonly string[]): Body =>
    Object.fromEntries(
      wanted
        .filter((name) => !isReference(name, properties[name]) || references[name])
        .map((name) => [
          name,
          references[name] ?? drawValue(properties[name] ?? {}, document, references),
        ]),
    );
  const others = names.filter((name) => !required.includes(name));
  return [draw(required), ...others.map((name) => draw([...required, name])), draw(names)].filter(
    (body, index) => index > 0 || Object.keys(body).length > 0 || others.length === 0,
  );
}

/** Each time another value, so that what must be unique is: without bias, which likes small ones. */
export function drawValue(schema: Schema, document: OpenApi, references: References = {}): unknown {
  drawn += 1;
  const [value] = fc.sample(fc.noBias(valuesOf(plain(schema), document)), {
    seed: drawn,
    numRuns: 1,
  });
  return settled(value, references);
}

/** Inside of a value, too, what refers to something does, and nothing is left to stand in. */
function settled(value: unknown, references: References): unknown {
  if (Array.isArray(value)) return value.map((each) => settled(each, references));
  if (typeof value !== 'object' || value === null) return value;
  if ('otherwise' in value) return value.otherwise;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([name, inner]) => [name, references[name] ?? settled(inner, references)]),
  );
}

/** Names of all properties that refer to something, at whatever depth. */
export function referenceNames(schema: Schema, document: OpenApi, depth = 0): string[] {
  const { properties = {}, items } = deref(schema, document);
  if (depth > 4) return [];
  return [
    ...Object.entries(properties).flatMap(([name, inner]) =>
      isReference(name, deref(inner, document))
        ? [name]
        : referenceNames(inner, document, depth + 1),
    ),
    ...(items ? referenceNames(items, document, depth + 1) : []),
  ];
}

/** Without null, which says nothing. */
const plain = (schema: Schema): Schema =>
  Array.isArray(schema.type)
    ? { ...schema, type: schema.type.filter((each) => each !== 'null') }
    : schema;

export const bodySchema = (operation: Operation, document: OpenApi): Schema =>
  deref(operation.body?.schema ?? {}, document);

export const isReference = (name: string, schema: Schema = {}) =>
  /[a-z]Id$/.test(name) && [schema.type].flat().includes('string');
