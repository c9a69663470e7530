import { DrizzleQueryError, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { anotherTenant } from '../../helpers/tenancy/another-tenant.ts';
import { probeApp, probes } from './probes.ts';

type Caller = { headers: Record<string, string> };

const app = await probeApp();
let a: Awaited<ReturnType<typeof anotherTenant>>;
let b: typeof a;

beforeEach(async () => {
  await resetDatabase(app);
  a = await anotherTenant(app);
  b = await anotherTenant(app);
});

const namesOf = async ({ headers }: Caller) =>
  (await app.inject({ url: '/probes', headers })).json<string[]>();
const post = (path: string, name: string, { headers }: Caller = a) =>
  app.inject({ method: 'POST', url: path, headers, query: { name } });
const settingsLeft = async () =>
  (
    (await app.db.execute(sql`select current_setting('app.tenant_id', true) as id`)) as unknown as {
      rows: { id: string | null }[];
    }
  ).rows[0]?.id || null;

describe('where there is no tenant', () => {
  test('statements see no rows and write none', async () => {
    await post('/probes', 'hidden');
    expect(await app.db.select().from(probes)).toEqual([]);
    expect(await app.db.update(probes).set({ name: 'x' }).returning()).toEqual([]);
    expect(await app.db.delete(probes).returning()).toEqual([]);
    await expect(app.db.insert(probes).values({ name: 'x' })).rejects.toThrow(DrizzleQueryError);
    const values = { name: 'x', tenantId: a.tenantId };
    await expect(app.db.insert(probes).values(values)).rejects.toMatchObject({
      cause: { message: expect.stringContaining('row-level security') },
    });
    expect(await namesOf(a)).toEqual(['hidden']);
  });

  test('a setting of nonsense opens nothing', async () => {
    await post('/probes', 'hidden');
    for (const id of ['', b.tenantId]) {
      const seen = app.db.transaction(async (tx) => {
        await tx.execute(sql`select set_config('app.tenant_id', ${id}, true)`);
        return tx.select().from(probes);
      });
      expect(await seen).toEqual([]);
    }
    await expect(app.inTenant("' or true", async () => {})).rejects.toThrow('named by its id');
  });
});

describe('in a tenant', () => {
  test('no row is written for another, nor moved to it', async () => {
    await post('/probes', 'mine');
    const violation = { cause: { message: expect.stringContaining('row-level security') } };
    const work = (statement: () => PromiseLike<unknown>) =>
      app.inTenant(a.tenantId, async () => statement());
    const theirs = { tenantId: b.tenantId };
    await expect(
      work(() => app.db.insert(probes).values({ name: 'x', ...theirs })),
    ).rejects.toMatchObject(violation);
    await expect(work(() => app.db.update(probes).set(theirs))).rejects.toMatchObject(violation);
    expect(await namesOf(b)).toEqual([]);
  });

  test('a name that is taken elsewhere is free', async () => {
    expect((await post('/probes', 'same', a)).statusCode).toBe(201);
    expect((await post('/probes', 'same', b)).statusCode).toBe(201);
    expect((await post('/probes', 'same', b)).statusCode).toBe(500);
    expect(await namesOf(b)).toEqual(['same']);
  });

  test('text that looks like SQL is text', async () => {
    const text = `'); reset role; set app.tenant_id = '${b.tenantId}'; --`;
    await post('/probes', text);
    expect(await namesOf(a)).toEqual([text]);
    expect(await namesOf(b)).toEqual([]);
  });

  test('work for another cannot start, and more for the same can', async () => {
    const nested = (id: string) =>
      app.inTenant(a.tenantId, () => app.inTenant(id, () => app.db.$count(probes)));
    await expect(nested(b.tenantId)).rejects.toThrow('cannot start inside');
    expect(await nested(a.tenantId.toUpperCase())).toBe(0);
  });

  test('a deleted tenant takes its rows with it, and no others', async () => {
    await post('/probes', 'mine', a);
    await post('/probes', 'theirs', b);
    await app.inject({ method: 'DELETE', url: `/tenants/${a.tenantId}`, headers: a.headers });
    expectProblem(await app.inject({ url: '/probes', headers: a.headers }), 404, 'unknown-tenant');
    expect(await app.inTenant(a.tenantId, () => app.db.$count(probes))).toBe(0);
    expect(await namesOf(b)).toEqual(['theirs']);
  });
});

describe('the transaction of a request', () => {
  test.each([
    ['/probes/throw', 409],
    ['/probes/refuse', 409],
  ])('is undone by %s', async (path, status) => {
    expect((await post(path, 'undone')).statusCode).toBe(status);
    expect(await namesOf(a)).toEqual([]);
    expect(await settingsLeft()).toBeNull();
  });

  test('is undone by an answer past the framework', async () => {
    expect((await post('/probes/hijack', 'undone')).body).toBe('past the framework');
    expect(await namesOf(a)).toEqual([]);
  });

  test('is done before the answer says so', async () => {
    const response = await post('/probes/late-failure', 'undone');
    expectProblem(response, 500);
    expect(await namesOf(a)).toEqual([]);
  });

  test('holds savepoints, for statements of `app.db`, too', async () => {
    expect((await post('/probes/savepoint', 'x')).statusCode).toBe(200);
    expect((await namesOf(a)).toSorted()).toEqual(['x-after', 'x-before']);
  });

  test('does not carry work that comes after it', async () => {
    let late = Promise.resolve<unknown>(undefined);
    let next = () => {};
    const ended = new Promise<void>((resolve) => {
      next = resolve;
    });
    await app.inTenant(a.tenantId, async () => {
      late = ended.then(() => app.db.insert(probes).values({ name: 'late' }));
      late.catch(() => {});
    });
    next();
    await expect(late).rejects.toMatchObject({
      cause: { message: expect.stringContaining('ended') },
    });
    expect(await namesOf(a)).toEqual([]);
  });
});

test('thousands of requests of two tenants over two connections never cross', async () => {
  await post('/probes', 'a', a);
  await post('/probes', 'b', b);
  const asked = {
    a: () => namesOf(a),
    b: () => namesOf(b),
    failing: async () => (await post('/probes/throw', 'x', a)).statusCode,
    nobody: async () => (await app.db.select().from(probes)).length,
  };
  const expected = { a: ['a'], b: ['b'], failing: 409, nobody: 0 };
  const order = ['a', 'b', 'failing', 'a', 'b', 'nobody', 'b', 'a'] as const;
  for (let round = 0; round < (process.env.DATABASE_URL ? 30 : 5); round += 1) {
    const turns = Array.from({ length: 12 }, () => order).flat();
    const answers = await Promise.all(turns.map((turn) => asked[turn]()));
    expect(answers).toEqual(turns.map((turn) => expected[turn]));
  }
  expect(await settingsLeft()).toBeNull();
}, 120_000);
