import { createHmac, randomUUID } from 'node:crypto';
import { timestamp } from './timestamp.ts';
import type { Delivery, World } from './world.ts';

export type { Delivery } from './world.ts';

interface Webhook {
  event: string;
  payload: object;
  /** A redelivery's is that of the first. */
  guid?: string;
}

/** Signs and sends a webhook to the App, as GitHub does: once, whatever comes of it. */
export async function deliver(world: World, webhook: Webhook): Promise<Delivery> {
  const { event, payload, guid = randomUUID() } = webhook;
  const redelivery = world.deliveries.some((known) => known.guid === guid);
  const began = performance.now();
  const delivery: Delivery = {
    ...{ id: world.nextId(), guid, event, payload, redelivery, status: 0, duration: 0 },
    delivered_at: timestamp(),
  };
  delivery.status = world.webhookUrl ? await post(world, delivery) : 0;
  delivery.duration = (performance.now() - began) / 1000;
  world.deliveries.push(delivery);
  return delivery;
}

async function post({ app, webhookUrl }: World, { event, payload, guid }: Delivery) {
  const body = JSON.stringify(payload);
  const signature = createHmac('sha256', app.secret).update(body).digest('hex');
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'GitHub-Hookshot/stand-in',
    'x-github-event': event,
    'x-github-delivery': guid,
    'x-hub-signature-256': `sha256=${signature}`,
  };
  const signal = AbortSignal.timeout(10_000);
  const answer = fetch(webhookUrl, { method: 'POST', body, headers, signal });
  return answer.then(
    async (response) => {
      await response.arrayBuffer();
      return response.status;
    },
    () => 0,
  );
}
