import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { proveDurable } from '../../../src/queue/durable-pglite.ts';
import { openEmbeddedStore } from '../../../src/queue/embedded-store.ts';
import type { Store } from '../../../src/queue/store.ts';
import { embeddedPlace, type Place } from './databases.ts';

let at: Place;
let store: Store;

beforeAll(async () => {
  at = await embeddedPlace();
  store = await openEmbeddedStore(at.directory);
}, 60_000);

afterAll(async () => {
  await store.close();
  await at.remove();
});

test('the embedded store has fsync on and a directory of its own', async () => {
  expect((await store.query('show fsync')).rows).toEqual([{ fsync: 'on' }]);
  expect((await store.query('show wal_sync_method')).rows).toEqual([{ wal_sync_method: 'fsync' }]);
  await expect(openEmbeddedStore(at.directory)).rejects.toThrow('in use by another process');
});

test('a transaction that fails leaves nothing behind', async () => {
  await store.query('create table notes (text text)');
  const work = store.transaction(async (query) => {
    await query("insert into notes values ('lost')");
    throw new Error('no');
  });
  await expect(work).rejects.toThrow('no');
  expect((await store.query('select * from notes')).rows).toEqual([]);
});

test('stock PGlite is refused, because it does not write durably', async () => {
  const stock = await PGlite.create();
  await expect(proveDurable(stock, () => 0)).rejects.toThrow('set DATABASE_URL instead');
  await stock.close();
}, 30_000);
