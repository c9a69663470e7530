import type { FastifyCorsOptions } from '@fastify/cors';

/** Headers that scripts could not read otherwise. */
const exposed = [
  'etag',
  'link',
  'location',
  'retry-after',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
  'x-request-id',
];

export function corsOptions(origins: string, credentials: boolean): FastifyCorsOptions {
  const listed = origins.split(',');
  return {
    // Only pages have an origin: for all other clients there is nothing to work out.
    origin: (origin, answer) => answer(null, origin === undefined ? false : listed),
    credentials,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: exposed.join(', '),
    maxAge: 600,
    strictPreflight: false,
  };
}
