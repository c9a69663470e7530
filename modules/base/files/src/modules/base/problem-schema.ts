import Type from 'typebox';
import { statusTitle } from './status-title.ts';

export const problemType = 'application/problem+json';

export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.Optional(Type.String()),
    instance: Type.Optional(Type.String({ description: 'The id of the request.' })),
    code: Type.Optional(Type.String({ description: 'Name of the problem for programs.' })),
    errors: Type.Optional(Type.Array(Type.Object({ path: Type.String(), message: Type.String() }))),
  },
  { $id: 'Problem', description: 'Problem details as of RFC 9457.' },
);

export function problemResponses(...statuses: number[]) {
  return Object.fromEntries(statuses.map((status) => [status, problemResponse(status)]));
}

const problemResponse = (status: number) => ({
  description: statusTitle(status),
  content: { [problemType]: { schema: { $ref: 'Problem#' } } },
});
