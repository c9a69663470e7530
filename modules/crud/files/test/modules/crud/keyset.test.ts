import { and, sql } from 'drizzle-orm';
import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import Type from 'typebox';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { among, atLeast, atMost, equals } from '../../../src/modules/crud/filters.ts';
import { pageOf, pageQuery } from '../../../src/modules/crud/http-schemas.ts';
import { instant, now } from '../../../src/modules/crud/instant.ts';
import { isNewest, keyset, type PageQuery } from '../../../src/modules/crud/keyset.ts';
import { nextVersion } from '../../../src/modules/crud/next-version.ts';
import { timestamp, wholeNumber } from '../../../src/modules/crud/schemas.ts';
import { typed } from '../../../src/modules/crud/typed-app.ts';
import { testApp } from '../../helpers/test-app.ts';

const app = await testApp();
const samples = pgTable('crud_samples', {
  id: uuid().primaryKey(),
  version: integer().notNull().default(1),
  rank: integer().notNull(),
  label: text().notNull(),
  createdAt: instant('created_at').notNull().default(now),
  updatedAt: instant('updated_at').notNull().default(now),
});
const Sample = Type.Object({ rank: wholeNumber, createdAt: timestamp });

beforeAll(async () => {
  await app.db.execute(sql`create table crud_samples (id uuid primary key,
    version integer not null default 1, rank integer not null, label text not null,
    created_at timestamp(3) with time zone not null default now(),
    updated_at timestamp(3) with time zone not null default now())`);
  const rows = [3, 1, 2, 2, 2].map((rank, n) => ({ id: v7(), rank, label: `sample ${n}` }));
  await app.db.insert(samples).values(rows);
});

afterAll(async () => {
  await app.db.execute(sql`drop table crud_samples`);
});

async function list(query: PageQuery) {
  const { after, orderBy, limit, page } = keyset(app, samples, Sample, query);
  return page(
    await app.db
      .select()
      .from(samples)
      .where(after)
      .orderBy(...orderBy)
      .limit(limit),
  );
}

it.each([
  ['rank', [1, 2, 2, 2, 3]],
  ['-rank', [3, 2, 2, 2, 1]],
])('pages by %s meet every row once, equals among them', async (sort, expected) => {
  const ranks: number[] = [];
  const ids = new Set<string>();
  let query: PageQuery | undefined = { limit: 2, sort };
  for (let pages = 0; query && pages < 5; pages += 1) {
    const { items, nextCursor }: Awaited<ReturnType<typeof list>> = await list(query);
    for (const { id, rank } of items) {
      ids.add(id);
      ranks.push(rank);
    }
    query = nextCursor === null ? undefined : { limit: 2, sort, cursor: nextCursor };
  }
  expect(ranks).toEqual(expected);
  expect(ids.size).toBe(5);
});

it('moments come out as ISO 8601 and lead to the next page', async () => {
  const first = await list({ limit: 4, sort: '-createdAt' });
  expect(first.items[0]?.createdAt).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:]{8}\.\d{3}Z$/);
  const next = await list({ limit: 4, sort: '-createdAt', cursor: first.nextCursor ?? '' });
  expect(next.items).toHaveLength(1);
});

it('a cursor that was not given out is a problem, an unknown order a mistake of ours', async () => {
  await expect(list({ limit: 1, sort: 'rank', cursor: 'x' })).rejects.toMatchObject({
    statusCode: 400,
    code: 'invalid-cursor',
  });
  await expect(list({ limit: 1, sort: 'label', cursor: 'x' })).rejects.toThrow();
  await expect(list({ limit: 1, sort: 'nothing' })).rejects.toThrow('cannot be sorted by nothing');
});

it('only a list without wishes is the newest first', () => {
  expect(isNewest({ limit: 5, sort: '-createdAt' })).toBe(true);
  expect(isNewest({ limit: 5, sort: 'createdAt' })).toBe(false);
  expect(isNewest({ limit: 5, sort: '-createdAt', cursor: 'x' })).toBe(false);
});

it.each([
  ['equals', equals(samples.rank, 2), 3],
  ['at least', atLeast(samples.rank, 2), 4],
  ['at most', atMost(samples.rank, 2), 4],
  ['among', among(samples.rank, [1, 3]), 2],
  ['among none', among(samples.rank, []), 0],
  [
    'no value',
    and(
      equals(samples.rank, undefined),
      atLeast(samples.rank, undefined),
      atMost(samples.rank, undefined),
      among(samples.rank, undefined),
    ),
    5,
  ],
])('a filter keeps what it says: %s', async (_, condition, count) => {
  expect(await app.db.$count(samples, condition)).toBe(count);
});

it('an update counts the version up', async () => {
  const rows = await app.db
    .update(samples)
    .set(nextVersion(samples))
    .where(equals(samples.rank, 1))
    .returning();
  expect(rows[0]).toMatchObject({ version: 2 });
});

it('schemas of lists allow their orders and nothing else', () => {
  expect(pageQuery('createdAt', 'rank').sort.enum).toEqual([
    'createdAt',
    '-createdAt',
    'rank',
    '-rank',
  ]);
  expect(pageOf(Type.Object({}, { $id: 'Sample' })).properties.items.items).toEqual({
    $ref: 'Sample#',
  });
  expect(typed(app)).toBe(app);
});
