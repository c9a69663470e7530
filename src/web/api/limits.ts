import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { problem } from '../../core/errors/problem.ts';
import { ProblemError } from '../problem/problem-error.ts';
import type { WebSettings } from '../read-web-settings.ts';
import type { Spend } from './api-parts.ts';

const timeWindow = 60_000;

/**
 * Limits every request per address, and gives what limits plans and renders further, through
 * whichever door they are asked for.
 */
export async function limitRequests(
  app: FastifyInstance,
  limits: WebSettings['limits'],
): Promise<Spend> {
  await app.register(rateLimit, {
    max: limits.requests,
    timeWindow,
    errorResponseBuilder: (_request, { ttl }) => tooMany(Math.ceil(ttl / 1000)),
  });
  const counters = {
    plan: app.createRateLimit({ max: limits.plans, timeWindow }),
    render: app.createRateLimit({ max: limits.renders, timeWindow }),
  };
  return async (what, request) => {
    const limit = await counters[what](request);
    if (!limit.isAllowed && limit.isExceeded) throw tooMany(limit.ttlInSeconds);
  };
}

const tooMany = (seconds: number) =>
  new ProblemError([problem('requests.too-many', { seconds: String(seconds) })]);
