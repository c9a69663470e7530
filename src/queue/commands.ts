import type { Database, Query, Store } from './store.ts';

/** Our own record of what was asked: pg-boss prunes finished jobs, and a key must stay known. */
export interface Commands {
  create(): Promise<void>;
  /** Stores a new key and runs `then` in the same transaction; false when the key is known. */
  accept(
    command: { kind: string; key: string; payload: unknown },
    then: (db: Database) => Promise<unknown>,
  ): Promise<boolean>;
  payload(key: string): Promise<unknown>;
  finish(key: string, state: 'done' | 'failed'): Promise<void>;
}

export function commandsIn(store: Store, schema: string): Commands {
  const table = `${schema}.commands`;
  return {
    create: () => store.transaction((query) => createTable(query, table)),
    accept: ({ kind, key, payload }, then) =>
      store.transaction(async (query, db) => {
        const { rows } = await query(
          `insert into ${table} (key, kind, payload) values ($1, $2, $3)
           on conflict (key) do nothing returning key`,
          [key, kind, JSON.stringify(payload)],
        );
        if (rows.length > 0) await then(db);
        return rows.length > 0;
      }),
    payload: async (key) => {
      const { rows } = await store.query(`select payload from ${table} where key = $1`, [key]);
      return rows[0]?.payload;
    },
    finish: async (key, state) => {
      const sql = `update ${table} set state = $2, finished = now() where key = $1`;
      await store.query(sql, [key, state]);
    },
  };
}

async function createTable(query: Query, table: string): Promise<void> {
  await query('select pg_advisory_xact_lock(hashtext($1))', [table]);
  await query(`create table if not exists ${table} (
    key text primary key,
    kind text not null,
    payload jsonb not null,
    state text not null default 'queued' check (state in ('queued', 'done', 'failed')),
    created timestamptz not null default now(),
    finished timestamptz
  )`);
}
