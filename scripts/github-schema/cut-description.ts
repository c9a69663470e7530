import { closed, jsonSchema } from './json-schema.ts';
import type { Json, OpenApi, Operation, Parameter, Schema } from './open-api.ts';

interface Route {
  method: string;
  /** `/repos/:owner/:repo/contents/*` */
  url: string;
}

/** The described calls among these routes, and the schemas that they need. */
export function cutDescription(openApi: OpenApi, routes: Route[]) {
  const operations = Object.fromEntries(
    routes.map((route) => {
      const [path, operation] = described(openApi, route);
      const name = operation.operationId.replace('/', '.');
      return [name, { method: route.method, path, ...cutOperation(openApi, operation) }];
    }),
  );
  return { operations, schemas: neededSchemas(openApi, operations) };
}

const shapeOf = (path: string) => path.replaceAll(/\{\w+\}|:\w+|\*/g, '{}');

function described({ paths }: OpenApi, { method, url }: Route): [string, Operation] {
  const path = Object.keys(paths).find((known) => shapeOf(known) === shapeOf(url));
  const operation = paths[path ?? '']?.[method.toLowerCase()];
  if (!path || !operation) throw new Error(`GitHub does not describe ${method} ${url}`);
  return [path, operation];
}

function cutOperation({ components }: OpenApi, operation: Operation) {
  const target = <T>(known: Record<string, T>, it: T | { $ref: string }): T =>
    typeof it === 'object' && it !== null && '$ref' in it
      ? (known[String(it.$ref).split('/').at(-1) ?? ''] as T)
      : (it as T);
  const all = (operation.parameters ?? []).map((it) => target(components.parameters, it));
  const at = (place: Parameter['in']) => all.filter((parameter) => parameter.in === place);
  const body = operation.requestBody?.content?.['application/json']?.schema;
  const responses = Object.entries(operation.responses).map(([status, it]) => {
    const answer = target(components.responses, it);
    const schema = answer.content?.['application/json']?.schema;
    return [status, schema ? jsonSchema(schema) : null];
  });
  return {
    pathValues: at('path').map(({ schema }) => jsonSchema(schema)),
    query: {
      type: 'object',
      properties: Object.fromEntries(at('query').map((it) => [it.name, jsonSchema(it.schema)])),
      additionalProperties: false,
    },
    body: body ? closed(jsonSchema(inlined(components.schemas, body))) : null,
    responses: Object.fromEntries(responses) as Record<string, Schema | null>,
  };
}

/** A request's schema must stand alone to be closed. */
function inlined(schemas: Record<string, Schema>, json: Schema): Schema {
  const visit = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    if (typeof value.$ref === 'string') {
      return visit(schemas[value.$ref.split('/').at(-1) ?? ''] ?? null);
    }
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, visit(inner)]));
  };
  return visit(json) as Schema;
}

function neededSchemas({ components }: OpenApi, operations: object): Record<string, Schema> {
  const needed: Record<string, Schema> = {};
  const visit = (part: object) => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/schemas\/([^"]+)"/g)) {
      const schema = components.schemas[name];
      if (needed[name] || !schema) continue;
      needed[name] = jsonSchema(schema);
      visit(needed[name]);
    }
  };
  visit(operations);
  return needed;
}
