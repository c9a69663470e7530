import type { FastifyInstance, FastifyRequest } from 'fastify';
import { comesFromOwnPage } from './comes-from-own-page.ts';
import { isCsrfTokenOf } from './csrf-token.ts';
import type { Identifier } from './identify.ts';
import type { SessionCookie } from './session-cookie.ts';

interface Guard {
  cookie: SessionCookie;
  people: Identifier;
  /** Other origins whose pages may act for those who are signed in. */
  origins: readonly string[];
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
export const isUnsafe = (method: string) => !safeMethods.has(method);

/** A handshake opens a channel for commands, and browsers let any page try one. */
const mayChange = ({ method, headers }: FastifyRequest) =>
  isUnsafe(method) || headers.upgrade !== undefined;

/** Browsers send cookies also for pages of others: what may change something needs more than one. */
export function csrfGuard(app: FastifyInstance, { cookie, people, origins }: Guard) {
  app.addHook('onRequest', async (request) => {
    if (!mayChange(request)) return;
    const token = cookie.read(request.headers.cookie);
    if (token === null || comesFromOwnPage(request, origins)) return;
    if (isCsrfTokenOf(token, request.headers['x-csrf-token'])) return;
    // The cookie of an ended session gives no rights that could be misused.
    if (!(await people.identify(token))) return;
    throw app.problem(
      403,
      'csrf',
      'The request carries a session cookie and no proof of where it comes from. Send the token from GET /auth/csrf as the header X-CSRF-Token.',
    );
  });
}
