import type { LightMyRequestResponse } from 'fastify';

/** What a client sends from now on that got this answer to its sign-in. */
export const sessionHeaders = (signedIn: LightMyRequestResponse): Record<string, string> => ({
  authorization: `Bearer ${signedIn.json().accessToken}`,
});
