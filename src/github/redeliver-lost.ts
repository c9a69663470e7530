import type { Octokit } from './octokit.ts';

interface Delivery {
  id: number;
  guid: string;
  delivered_at: string;
  status_code: number;
}

const day = 24 * 60 * 60 * 1000;
/** What fails so often is not going to arrive. */
const attempts = 5;

/**
 * Asks GitHub to send again what did not arrive within the last day: it never does by itself. A
 * webhook that did arrive after all changes nothing, for its command is known by then.
 * @returns how many were asked for
 */
export async function redeliverLost(octokit: Octokit, now: Date): Promise<number> {
  const recent = await deliveriesSince(octokit, now.getTime() - day);
  const lost = [...Map.groupBy(recent, ({ guid }) => guid).values()].filter(isLost);
  for (const [newest] of lost) {
    if (!newest) continue;
    await octokit.rest.apps.redeliverWebhookDelivery({ delivery_id: newest.id });
  }
  return lost.length;
}

const isLost = (sent: readonly Delivery[]) =>
  sent.length < attempts && sent.every(({ status_code: status }) => status < 200 || status > 299);

/** Newest first. */
async function deliveriesSince(octokit: Octokit, since: number): Promise<Delivery[]> {
  const found: Delivery[] = [];
  const list = octokit.rest.apps.listWebhookDeliveries;
  for await (const { data } of octokit.paginate.iterator(list, { per_page: 100 })) {
    const recent = data.filter(({ delivered_at: at }) => Date.parse(at) >= since);
    found.push(...recent);
    if (recent.length < data.length) break;
  }
  return found;
}
