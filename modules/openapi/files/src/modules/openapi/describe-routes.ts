import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import pkg from '../../../package.json' with { type: 'json' };
import { describeDefaults } from './describe-defaults.ts';
import { describeLimits } from './describe-limits.ts';

/** A security scheme in OpenAPI's words, for example `{ type: 'http', scheme: 'bearer' }`. */
type SecurityScheme = { type: string; [field: string]: string };

declare module 'fastify' {
  interface FastifyInstance {
    /** How callers may prove who they are, by name. */
    securitySchemes: Record<string, SecurityScheme>;
  }
}

/** Collects every route that is registered from here on; `app.swagger()` is the document. */
export async function describeRoutes(app: FastifyInstance) {
  app.decorate('securitySchemes', {});
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: pkg.name, version: pkg.version, description: pkg.description },
      components: { securitySchemes: app.securitySchemes as Record<string, never> },
    },
    convertConstToEnum: false,
    transformObject: (document) =>
      'openapiObject' in document
        ? describeDefaults(describeLimits(document.openapiObject))
        : document.swaggerObject,
    refResolver: { buildLocalReference: ({ $id }) => String($id) },
  });
}
