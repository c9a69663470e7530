import type { FastifyInstance, FastifyReply } from 'fastify';
import { inAnHour, rateLimit } from './create-world.ts';
import type { World } from './world.ts';

/** GitHub's limits: the primary one per hour, and the secondary one on writes in a hurry. */
export function limitHooks(api: FastifyInstance, world: World): void {
  api.addHook('onRequest', async (request, reply) => {
    const { limits } = world;
    const now = Date.now() / 1000;
    if (limits.reset <= now) Object.assign(limits, { remaining: rateLimit, reset: inAnHour() });
    if (limits.remaining <= 0) {
      return showLimits(world, reply)
        .code(403)
        .send({ message: `API rate limit exceeded for installation ID ${world.installation}.` });
    }
    limits.remaining -= 1;
    const { secondary } = limits;
    if (!secondary || secondary.until <= now || request.method === 'GET') return;
    return showLimits(world, reply)
      .code(secondary.status)
      .header('retry-after', Math.ceil(secondary.until - now))
      .send({ message: 'You have exceeded a secondary rate limit. Please wait a few minutes.' });
  });

  api.addHook('onSend', async (_request, reply, payload) => {
    if (reply.statusCode === 304) world.limits.remaining += 1;
    showLimits(world, reply);
    return payload;
  });
}

const showLimits = ({ limits }: World, reply: FastifyReply) =>
  reply.headers({
    'x-ratelimit-limit': rateLimit,
    'x-ratelimit-remaining': limits.remaining,
    'x-ratelimit-used': rateLimit - limits.remaining,
    'x-ratelimit-reset': limits.reset,
    'x-ratelimit-resource': 'core',
  });
