import type { FastifyRequest } from 'fastify';

type Handshake = Pick<FastifyRequest, 'headers' | 'host' | 'protocol'>;

/**
 * Whether the page that connects, if it is a page, is one of ours or of a listed origin. Browsers
 * let every page try, with the cookies of whoever looks at it, and always say which page it is.
 */
export function isWelcome(
  { headers, host, protocol }: Handshake,
  origins: readonly string[],
): boolean {
  const { origin, 'sec-fetch-site': site } = headers;
  if (origin === undefined) return site === undefined || site === 'same-origin';
  if (origins.includes(origin) || origin === `https://${host}`) return true;
  return protocol === 'http' && origin === `http://${host}`;
}
