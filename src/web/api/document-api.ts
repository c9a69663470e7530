import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import {
  createJsonSchemaTransform,
  createJsonSchemaTransformObject,
} from 'fastify-type-provider-zod';
import packageJson from '../../../package.json' with { type: 'json' };
import { apiDocument } from '../problem/handle-errors.ts';
import { namedSchemas } from './schemas.ts';

/** Describes every route with a schema at `/api/openapi.json`. */
export async function documentApi(app: FastifyInstance, url: string | null): Promise<void> {
  const options = { schemaRegistry: namedSchemas };
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'SotACode',
        description: 'Modules of servers: search them, plan, check and render a complete server.',
        version: packageJson.version,
        license: { name: packageJson.license, identifier: packageJson.license },
      },
      ...(url ? { servers: [{ url }] } : {}),
    },
    transform: createJsonSchemaTransform(options),
    transformObject: createJsonSchemaTransformObject(options),
  });
  app.get(apiDocument, { schema: { hide: true } }, async () => app.swagger());
}
