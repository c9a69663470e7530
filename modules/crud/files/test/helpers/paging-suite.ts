import { describe, expect, it } from 'vitest';
import type { Client } from './client.ts';
import { idsOf } from './ids-of.ts';

interface Subject {
  path: string;
  sorts: string[];
  /** An empty list, and a way to fill it. */
  setUp(): Promise<{ client: Client; insert(): Promise<{ id: string }> }>;
}

type Row = { id: string } & Record<string, unknown>;
interface Page {
  items: Row[];
  nextCursor: string | null;
}

/** What holds for every list: its order, its pages while data changes, and what it refuses. */
export function describePaging({ path, sorts, setUp }: Subject) {
  describe(`GET ${path}`, () => {
    it('shows the newest first', async () => {
      const { client, insert } = await setUp();
      const ids = await insertedIds(insert, 3);
      expect(await idsOf(client, path)).toEqual(ids.toReversed());
    });

    it.each(sorts)('sorts by %s both ways, page by page', async (sort) => {
      const { client, insert } = await setUp();
      const ids = await insertedIds(insert, 5);
      const rows = await allPages(client, `${path}?limit=2&sort=${sort}`);
      expect(rows.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
      expect(rows.map((row) => row[sort])).toEqual(rows.map((row) => row[sort]).toSorted(inOrder));
      expect(await allPages(client, `${path}?limit=2&sort=-${sort}`)).toEqual(rows.toReversed());
    });

    it('neither repeats nor skips rows when others come between two pages', async () => {
      const { client, insert } = await setUp();
      const [a, b, c] = await insertedIds(insert, 3);
      const first = await pageOf(client, `${path}?limit=2`);
      const [late] = await insertedIds(insert, 1);
      expect(first.items.map(({ id }) => id)).toEqual([c, b]);
      expect(await idsOf(client, `${path}?cursor=${first.nextCursor}`)).toEqual([a]);
      expect(await idsOf(client, path)).toEqual([late, c, b, a]);
    });

    it('continues after a row that is gone', async () => {
      const { client, insert } = await setUp();
      const [a, b] = await insertedIds(insert, 3);
      const first = await pageOf(client, `${path}?limit=2`);
      await client.delete(`${path}/${b}`);
      expect(await idsOf(client, `${path}?cursor=${first.nextCursor}`)).toEqual([a]);
    });

    it.each([
      ['a limit of none', 'limit=0'],
      ['a limit of too many', 'limit=101'],
      ['a limit that is no number', 'limit=many'],
      ['an unknown order', 'sort=nothing'],
      ['an unknown parameter', 'unknown=1'],
      ['an empty cursor', 'cursor='],
      ['a cursor of no known shape', 'cursor=!'],
      ['a cursor with an impossible value', cursorOf('-createdAt', 'yesterday', someId)],
      ['a cursor with an impossible offset', cursorOf('-createdAt', oddMoment, someId)],
      ['a cursor with an impossible id', cursorOf('-createdAt', someMoment, 'no id')],
      ['a cursor of another order', cursorOf('createdAt', someMoment, someId)],
    ])('refuses %s', async (_, query) => {
      const { client } = await setUp();
      expect((await client.get(`${path}?${query}`)).statusCode).toBe(400);
    });
  });
}

const someMoment = '2026-01-01T00:00:00.000Z';
const oddMoment = '2026-01-01T00:00:00.000+23:59';
const someId = '00000000-0000-7000-8000-000000000000';

async function insertedIds(insert: () => Promise<{ id: string }>, count: number) {
  const ids: string[] = [];
  while (ids.length < count) ids.push((await insert()).id);
  return ids;
}

const pageOf = async (client: Client, url: string) => (await client.get(url)).json<Page>();

async function allPages(client: Client, url: string): Promise<Row[]> {
  const rows: Row[] = [];
  let next = url;
  // More pages than there are rows would mean that the cursor leads nowhere.
  for (let pages = 0; pages < 5; pages += 1) {
    const { items, nextCursor } = await pageOf(client, next);
    rows.push(...items);
    if (!nextCursor) break;
    next = `${url}&cursor=${nextCursor}`;
  }
  return rows;
}

/** Decimals travel as text, yet are sorted as numbers. */
function inOrder(a: unknown, b: unknown) {
  const difference = Number(a) - Number(b);
  return Number.isNaN(difference) ? String(a).localeCompare(String(b)) : difference;
}

function cursorOf(...parts: string[]) {
  return `cursor=${Buffer.from(JSON.stringify(parts)).toString('base64url')}`;
}
