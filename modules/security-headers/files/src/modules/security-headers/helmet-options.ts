import type { FastifyHelmetOptions } from '@fastify/helmet';

/** For answers that are data: nothing in them may run, be framed or be guessed to be a page. */
export const helmetOptions = (includeSubDomains: boolean): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
  },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  frameguard: { action: 'deny' },
  referrerPolicy: { policy: 'no-referrer' },
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains },
});
