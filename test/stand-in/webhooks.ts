import { createHmac, randomUUID } from 'node:crypto';
import type { World } from './world.ts';

export interface Delivery {
  guid: string;
  event: string;
  payload: object;
  /** What the App answered; 0 when nobody listens. */
  status: number;
}

/** Signs and sends a webhook to the App, as GitHub does. */
export async function deliver(
  world: World,
  url: string,
  { event, payload, guid = randomUUID() }: { event: string; payload: object; guid?: string },
): Promise<Delivery> {
  if (!url) return { guid, event, payload, status: 0 };
  const body = JSON.stringify(payload);
  const signature = createHmac('sha256', world.app.secret).update(body).digest('hex');
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'GitHub-Hookshot/stand-in',
      'x-github-event': event,
      'x-github-delivery': guid,
      'x-hub-signature-256': `sha256=${signature}`,
    },
  });
  await response.arrayBuffer();
  return { guid, event, payload, status: response.status };
}
