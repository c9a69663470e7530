import { sql } from 'drizzle-orm';
import Fastify from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import base from '../../../src/modules/base/index.ts';
import database from '../../../src/modules/db-postgres/index.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { testApp } from '../../helpers/test-app.ts';

const app = await testApp();
const rows = async (query: ReturnType<typeof sql>) =>
  ((await app.db.execute(query)) as unknown as { rows: Record<string, unknown>[] }).rows;

async function serverWith(env: NodeJS.ProcessEnv) {
  const server = Fastify();
  await server.register(base, { env });
  await server.register(database, { env });
  return server;
}

describe('the database', () => {
  test('answers', async () => {
    await expect(app.database.ping()).resolves.toBeUndefined();
    expect(await rows(sql`select 1 + ${1}::int as two`)).toEqual([{ two: 2 }]);
  });

  test('undoes a transaction that fails', async () => {
    await app.db.execute(sql`create table if not exists notes (text text)`);
    const failing = app.db.transaction(async (tx) => {
      await tx.execute(sql`insert into notes values ('lost')`);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await rows(sql`select * from notes`)).toEqual([]);
    await app.db.execute(sql`drop table notes`);
  });
});

describe('SQL of others', () => {
  test('carries values', async () => {
    const { rows } = await app.database.query('select $1::int + 1 as two', [1]);
    expect(rows).toEqual([{ two: 2 }]);
  });

  test('may be several statements, whose rows come together', async () => {
    const { rows } = await app.database.query('begin; select 1 as n; select 2 as n; commit');
    expect(rows).toEqual([{ n: 1 }, { n: 2 }]);
  });

  test('leaves nothing behind when it fails half-way', async () => {
    const failing = app.database.query('begin; create table half (id int); select 1 / 0; commit');
    await expect(failing).rejects.toThrow('division by zero');
    expect(await rows(sql`select to_regclass('half') as half`)).toEqual([{ half: null }]);
  });
});

describe('resetDatabase', () => {
  beforeAll(async () => {
    await app.db.execute(sql`create table "Odd name" (id int primary key)`);
    await app.db.execute(sql`create table parts (whole int references "Odd name" (id))`);
    return async () => void (await app.db.execute(sql`drop table parts, "Odd name"`));
  });

  test('empties every table, whatever refers to it', async () => {
    await app.db.execute(sql`insert into "Odd name" values (1)`);
    await app.db.execute(sql`insert into parts values (1)`);
    await resetDatabase(app);
    expect(await rows(sql`select id from "Odd name" union select whole from parts`)).toEqual([]);
  });
});

describe('configuration', () => {
  test('without DATABASE_URL the database is an embedded one', async () => {
    const server = await serverWith({ PGLITE_DIR: 'memory://' });
    await expect(server.database.ping()).resolves.toBeUndefined();
    await server.close();
  }, 60_000);

  test('production has no database unless one is named', async () => {
    await expect(serverWith({ NODE_ENV: 'production' })).rejects.toThrow(
      'The environment variable DATABASE_URL is missing.',
    );
  });

  const login = 'root:hunter2';
  test.each([`mysql://${login}@db/app`, `postgres://${login}@db:port/app`])(
    'what is no address of a database is refused without showing the password: %s',
    async (DATABASE_URL) => {
      const error = await serverWith({ DATABASE_URL }).catch((e) => e);
      expect(error.name).toBe('ConfigError');
      expect(error.message).toMatch(
        /^The environment variable DATABASE_URL must be an address like postgres:.*\.$/,
      );
      expect(error.message).not.toContain('hunter2');
    },
  );
});
