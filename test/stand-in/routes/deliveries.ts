import type { FastifyInstance } from 'fastify';
import { found, params, query } from '../find.ts';
import { deliver } from '../webhooks.ts';
import type { Delivery, World } from '../world.ts';

/** What was sent to the App's webhook, newest first, and sending it again. */
export function deliveryRoutes(api: FastifyInstance, world: World): void {
  const base = '/app/hook/deliveries';

  api.get(base, (request, reply) => {
    const { cursor, per_page = '30' } = query(request);
    const before = cursor ? Number(cursor.replace('v1_', '')) : Infinity;
    const rest = world.deliveries.filter(({ id }) => id < before).sort((a, b) => b.id - a.id);
    const shown = rest.slice(0, Number(per_page));
    if (rest.length > shown.length) {
      const next = new URL(request.url, world.url);
      next.searchParams.set('cursor', `v1_${shown.at(-1)?.id}`);
      reply.header('link', `<${next.href}>; rel="next"`);
    }
    return shown.map((delivery) => render(world, delivery));
  });

  const deliveryOf = (id = '') => found(world.deliveries.find((known) => known.id === Number(id)));

  api.get(`${base}/:id`, (request) => {
    const delivery = deliveryOf(params(request).id);
    return {
      ...render(world, delivery),
      url: world.webhookUrl,
      request: { headers: { 'X-GitHub-Event': delivery.event }, payload: delivery.payload },
      response: { headers: {}, payload: '' },
    };
  });

  api.post(`${base}/:id/attempts`, (request, reply) => {
    const again = deliver(world, deliveryOf(params(request).id));
    world.outbox.add(again);
    again.finally(() => world.outbox.delete(again));
    return reply.code(202).send({});
  });
}

function render(world: World, delivery: Delivery) {
  const { id, guid, event, status, delivered_at, redelivery, duration, payload } = delivery;
  const { action = null, repository } = payload as {
    action?: string;
    repository?: { id: number };
  };
  const reached = status >= 200 && status < 300;
  const failure = status ? `Invalid HTTP Response: ${status}` : 'failed to connect to host';
  return {
    ...{ id, guid, event, action, delivered_at, redelivery, duration },
    status: reached ? 'OK' : failure,
    // GitHub's code for an App that does not answer at all.
    status_code: status || 502,
    installation_id: world.installation,
    repository_id: repository?.id ?? null,
    throttled_at: null,
  };
}
