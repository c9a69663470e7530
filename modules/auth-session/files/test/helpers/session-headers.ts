import type { LightMyRequestResponse } from 'fastify';

/** What a client sends from now on that got this answer to its sign-in. */
export const sessionHeaders = (signedIn: LightMyRequestResponse): Record<string, string> => ({
  cookie: String(signedIn.headers['set-cookie']).split(';', 1).join(),
  'x-csrf-token': signedIn.json().csrfToken,
});
