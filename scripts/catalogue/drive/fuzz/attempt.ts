import fc from 'fast-check';
import type { Shot } from '../client.ts';
import { encoded, fillPath, type OpenApi, type Operation } from '../openapi.ts';
import type { Person } from '../person.ts';
import type { Harvest } from './harvest.ts';
import { contentTypes, garbage, type Spoil, spoilArbitrary, spoiledBody } from './spoil.ts';
import { valuesOf } from './values.ts';

export type Who = 'nobody' | Person['role'];

/** A request as drawn: with stand-ins for what is only known when it is sent. */
export interface Draft {
  who: Who;
  spoil: Spoil;
  at: number;
  parameters: Record<string, unknown>;
  body: unknown;
}

/** A request that can be sent, and cut down. */
export interface Attempt {
  operation: Operation;
  who: Who;
  path: string;
  query: [string, string][];
  headers: Record<string, string>;
  body: string | undefined;
}

/** Requests for an operation, by nothing but the document. */
export function draftsOf(operation: Operation, document: OpenApi, count: number, seed: number) {
  const record = Object.fromEntries(
    operation.parameters.map(({ name, schema = {} }) => [name, valuesOf(schema, document, name)]),
  );
  const drafts: fc.Arbitrary<Draft> = fc.record({
    who: fc.oneof(
      { weight: 1, arbitrary: fc.constant('nobody' as const) },
      { weight: 3, arbitrary: fc.constant('member' as const) },
      { weight: 3, arbitrary: fc.constant('admin' as const) },
    ),
    spoil: spoilArbitrary,
    at: fc.nat(),
    parameters: fc.record(record, {
      requiredKeys: operation.parameters
        .filter((each) => each.in === 'path')
        .map(({ name }) => name),
    }),
    body: operation.body ? valuesOf(operation.body.schema, document) : fc.constant(undefined),
  });
  return fc.sample(drafts, { numRuns: count, seed });
}

export function attemptOf(operation: Operation, draft: Draft, harvest: Harvest): Attempt {
  const resource = operation.path.split('/')[1] ?? '';
  const values = harvest.resolve(draft.parameters, resource) as Record<string, unknown>;
  const body = harvest.resolve(draft.body, resource);
  if (draft.spoil === 'parameter') spoilParameter(operation, values, draft.at);
  const given = (place: string) =>
    operation.parameters
      .filter((each) => each.in === place && each.name in values)
      .map(({ name }): [string, string] => [name, String(values[name])]);
  const query = given('query');
  if (draft.spoil === 'unknown parameter') {
    const [twice] = draft.at % 2 ? query : [];
    query.push(twice ?? ['unknown', 'x']);
  }
  return {
    operation,
    who: draft.who,
    path: fillPath(operation.path, values),
    query,
    headers: { ...headersOf(given('header')), ...contentTypeOf(operation, draft) },
    body: operation.body && spoiledBody(body, draft.spoil, draft.at),
  };
}

/** Header values are visible ASCII: others never leave the client. */
const headersOf = (given: [string, string][]) =>
  Object.fromEntries(given.filter(([, value]) => /^[\x20-\x7e]*$/.test(value)));

function contentTypeOf({ body }: Operation, { spoil, at }: Draft): Record<string, string> {
  if (!body) return {};
  const other = contentTypes[at % contentTypes.length] ?? '';
  return { 'content-type': spoil === 'content type' ? other : body.type };
}

function spoilParameter(operation: Operation, values: Record<string, unknown>, at: number) {
  const named = operation.parameters[at % operation.parameters.length]?.name;
  if (named) values[named] = garbage[Math.floor(at / 5) % garbage.length];
}

export const shotOf = ({ operation, path, query, headers, body }: Attempt, proof = {}): Shot => ({
  method: operation.method,
  path:
    query.length > 0 ? `${path}?${query.map(([k, v]) => `${k}=${encoded(v)}`).join('&')}` : path,
  headers: { ...headers, ...proof },
  body,
});
