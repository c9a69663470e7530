import type { FastifyRequest } from 'fastify';
import { problem } from '../../core/errors/problem.ts';
import { ProblemError } from '../problem/problem-error.ts';

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Against DNS rebinding: a page of another site must not reach the tools through the browser of
 * somebody who runs the App, whatever name it gives to this address.
 * @param url the App's own address
 */
export function refuseForeignHosts(url: string | null) {
  const own = url ? [new URL(url).hostname] : [];
  const allowed = new Set([...loopback, ...own]);
  return async ({ host, headers: { origin } }: FastifyRequest) => {
    const names = [hostname(`http://${host}`), ...(origin ? [hostname(origin)] : [])];
    const foreign = names.find((name) => !allowed.has(name));
    if (foreign !== undefined) throw new ProblemError([problem('host.refused', { host: foreign })]);
  };
}

const hostname = (url: string) => (URL.canParse(url) ? new URL(url).hostname : url);
