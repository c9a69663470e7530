import type { FastifyCorsOptions } from '@fastify/cors';

export function corsOptions(origins: string, credentials: boolean): FastifyCorsOptions {
  return {
    origin: origins.split(','),
    credentials,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    // Headers that scripts could not read otherwise.
    exposedHeaders: [
      'etag',
      'link',
      'location',
      'retry-after',
      'ratelimit-limit',
      'ratelimit-remaining',
      'ratelimit-reset',
      'x-request-id',
    ],
    maxAge: 600,
    strictPreflight: false,
  };
}
