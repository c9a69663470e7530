import type { SwaggerTransformObject } from '@fastify/swagger';

type Documents = Parameters<SwaggerTransformObject>[0];
export type OpenApi = Extract<Documents, { openapiObject: unknown }>['openapiObject'];

interface Operation {
  parameters?: { required?: boolean; schema?: object }[];
  responses: Record<string, { headers?: Record<string, object> }>;
}

export const operationsIn = ({ paths }: OpenApi) =>
  Object.values(paths ?? {}).flatMap((path) =>
    Object.values({ ...path }).filter((part) => typeof part === 'object' && 'responses' in part),
  ) as Operation[];
