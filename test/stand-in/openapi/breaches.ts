import description from '../github-openapi.json' with { type: 'json' };
import { validated } from './validated.ts';

interface Operation {
  method: string;
  path: string;
  pathValues: object[];
  query: object;
  body: object | null;
  responses: Record<string, object | null>;
}

/** `GET /repos/{}/{}`: a call, whatever its parameters are named. */
export const shapeOf = (path: string): string => path.replaceAll(/\{\w+\}|:\w+|\*/g, '{}');

const operations = new Map(
  Object.entries(description.operations as unknown as Record<string, Operation>).map(
    ([name, operation]) => {
      const shape = `${operation.method} ${shapeOf(operation.path)}`;
      return [shape, { ...operation, pointer: `#/operations/${name}` }];
    },
  ),
);

/** What GitHub answers anywhere, without naming it with each call. */
const anywhere = new Set([304, 401, 403, 404, 422, 429, 500, 502, 503]);

interface Sent {
  params: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
}

/** What GitHub's description does not allow in a request. */
export function requestBreaches(shape: string, { params, query, body }: Sent): string[] {
  const operation = operations.get(shape);
  if (!operation) return ['GitHub or the stand-in has no such call'];
  const { pointer, pathValues } = operation;
  const path = pathValues.flatMap((_, index) =>
    validated(`${pointer}/pathValues/${index}`, Object.values(params)[index], 'path'),
  );
  const queried = validated(`${pointer}/query`, query, 'query');
  if (body === undefined || body === null || body === '') return [...path, ...queried];
  const sent = operation.body
    ? validated(`${pointer}/body`, body, 'request')
    : Object.keys(body).map((name) => `request must NOT have the field ${name}`);
  return [...path, ...queried, ...sent];
}

/** What GitHub's description does not allow in an answer; fields it does not name are fine. */
export function answerBreaches(shape: string, status: number, body: unknown): string[] {
  const operation = operations.get(shape);
  if (!operation) return [];
  const schema = operation.responses[status];
  if (schema) return validated(`${operation.pointer}/responses/${status}`, body, 'answer');
  if (schema === undefined && !anywhere.has(status)) return [`answer has the status ${status}`];
  return [];
}
