import type { Client } from './client.ts';

/** The ids on a page of a list. */
export async function idsOf(client: Client, url: string): Promise<string[]> {
  const { items } = (await client.get(url)).json<{ items: { id: string }[] }>();
  return items.map(({ id }) => id);
}
