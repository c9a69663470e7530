import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { World } from '../world.ts';
import { answerBreaches, requestBreaches, shapeOf } from './breaches.ts';

const prefix = '/api/v3';

/** Holds every request and every answer against GitHub's own description of its API. */
export function descriptionHooks(api: FastifyInstance, world: World): void {
  const note = ({ method, url }: FastifyRequest, found: string[]) => {
    const call = `${method} ${url.slice(prefix.length)}`;
    world.breaches.push(...found.map((breach) => `${call}: ${breach}`));
  };
  const shape = ({ method, routeOptions }: FastifyRequest) =>
    `${method} ${shapeOf((routeOptions.url ?? '').slice(prefix.length))}`;

  api.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat())
      world.routes.push({ method: one, url: url.slice(prefix.length) });
  });
  api.setNotFoundHandler((_request, reply) => reply.code(404).send({ message: 'Not Found' }));
  api.addHook('preHandler', async (request) => {
    const { params, query, body } = request;
    note(request, requestBreaches(shape(request), { params, query, body } as never));
  });
  api.addHook('onSend', async (request, { statusCode }, payload) => {
    const body = typeof payload === 'string' && payload !== '' ? JSON.parse(payload) : undefined;
    note(request, answerBreaches(shape(request), statusCode, body));
    return payload;
  });
}
