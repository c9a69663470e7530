import type { FastifyRequest } from 'fastify';

/** Whether the browser says that one of our pages sent the request. Pages cannot set these headers. */
export function comesFromOwnPage(
  { headers, host }: Pick<FastifyRequest, 'headers' | 'host'>,
  origins: readonly string[],
): boolean {
  const { origin, 'sec-fetch-site': site } = headers;
  if (site === 'same-origin' || site === 'none') return true;
  if (origin === undefined) return false;
  if (origins.includes(origin)) return true;
  // Browsers of before 2023, and any browser without TLS, send the origin alone.
  return site === undefined && origin.replace(/^https?:\/\//, '') === host;
}
