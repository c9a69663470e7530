import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Proves that a page may read our answers, and belongs to one session only: signed with the
 * session's own secret, it ends with the session, needs no key of the server and tells nothing.
 */
export const csrfTokenOf = (sessionToken: string) =>
  createHmac('sha256', sessionToken).update('csrf').digest('base64url');

export function isCsrfTokenOf(sessionToken: string, given: unknown): boolean {
  if (typeof given !== 'string') return false;
  const [expected, actual] = [Buffer.from(csrfTokenOf(sessionToken)), Buffer.from(given)];
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
