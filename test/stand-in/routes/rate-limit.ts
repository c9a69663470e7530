import type { FastifyInstance } from 'fastify';
import { rateLimit } from '../create-world.ts';
import type { World } from '../world.ts';

/** How much is left; asking costs nothing. */
export function rateLimitRoutes(api: FastifyInstance, world: World): void {
  api.get('/rate_limit', () => {
    const { remaining, reset } = world.limits;
    const rate = { limit: rateLimit, remaining, reset, used: rateLimit - remaining };
    return { resources: { core: rate, search: rate }, rate };
  });
}
