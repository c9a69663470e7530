import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openPglite } from '../../../src/modules/db-postgres/open-pglite.ts';
import { openPostgres } from '../../../src/modules/db-postgres/open-postgres.ts';

const url = process.env.DATABASE_URL;
const onPostgres = (poolMax: number) =>
  openPostgres({
    url: url ?? '',
    poolMax,
    statementTimeoutMs: 10_000,
    onIdleError: () => {},
    onMigrationWait: () => {},
  });
const { db, query, scope, close } = url ? onPostgres(2) : await openPglite('memory://');
const rowsOf = <Row>(result: unknown) => (result as { rows: Row[] }).rows;

const who = async () =>
  rowsOf<{ who: string | null }>(
    await db.execute(sql`select nullif(current_setting('app.who', true), '') as who`),
  )[0]?.who;
const write = (note: string) => db.execute(sql`insert into scope_notes values (${note})`);
const notes = async () =>
  rowsOf<{ note: string }>(await db.execute(sql`select note from scope_notes order by note`)).map(
    ({ note }) => note,
  );
const as = <T>(name: string, work: () => Promise<T>) => scope.within({ 'app.who': name }, work);

beforeAll(async () => {
  await db.execute(sql`create table if not exists scope_notes (note text)`);
  return async () => {
    await db.execute(sql`drop table scope_notes`);
    await close();
  };
});
beforeEach(async () => {
  await db.execute(sql`delete from scope_notes`);
});

describe('work within settings', () => {
  test('sees them in every statement, and leaves none behind', async () => {
    expect(await as('ann', async () => [await who(), await Promise.all([who(), who()])])).toEqual([
      'ann',
      ['ann', 'ann'],
    ]);
    expect(await Promise.all([who(), who(), who()])).toEqual([null, null, null]);
  });

  test('may return a statement as it is', async () => {
    const query = () => db.execute(sql`select current_setting('app.who', true) as who`);
    expect(rowsOf(await as('ann', query as () => Promise<unknown>))).toEqual([{ who: 'ann' }]);
  });

  test('never meets other work', async () => {
    const each = async (n: number) => {
      if (n % 3 === 0) return who();
      return as(`${n}`, async () => ((await who()) === `${n}` ? who() : 'another'));
    };
    const seen = await Promise.all(Array.from({ length: 60 }, (_, n) => each(n)));
    expect(seen).toEqual(seen.map((_, n) => (n % 3 === 0 ? null : `${n}`)));
  });

  test('is done or undone as a whole', async () => {
    const failing = as('ann', async () => {
      await write('undone');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await notes()).toEqual([]);
    await as('ann', () => write('done'));
    expect(await notes()).toEqual(['done']);
  });

  test('carries the SQL of libraries, too', async () => {
    const failing = as('ann', async () => {
      await query('insert into scope_notes values ($1)', ['one']);
      await query(
        `insert into scope_notes values ('two'); insert into scope_notes values ('three')`,
      );
      const { rows } = await query(`select current_setting('app.who') as who`);
      expect(rows).toEqual([{ who: 'ann' }]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await notes()).toEqual([]);
  });

  test('joins work with the same settings, and refuses other', async () => {
    await as('ann', () => as('ann', () => write('joined')));
    await expect(as('ann', () => as('ben', who))).rejects.toThrow('cannot start inside');
    expect(await notes()).toEqual(['joined']);
  });

  test('refuses statements that come after its end', async () => {
    let late: Promise<unknown> = Promise.resolve();
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    await as('ann', async () => {
      late = Promise.allSettled([
        ended.then(() => write('late')),
        ended.then(() => db.transaction(() => write('late'))),
        ended.then(() => as('ben', () => write('anew'))),
      ]);
    });
    end();
    expect(await late).toMatchObject([
      { status: 'rejected', reason: { cause: { message: expect.stringContaining('has ended') } } },
      { status: 'rejected', reason: { message: expect.stringContaining('has ended') } },
      { status: 'fulfilled' },
    ]);
    expect(await notes()).toEqual(['anew']);
  });
});

describe('a transaction in such work', () => {
  test('is a savepoint, also for statements that do not name it', async () => {
    await as('ann', async () => {
      await write('before');
      const failing = db.transaction(async (tx) => {
        await tx.execute(sql`insert into scope_notes values ('named')`);
        await write('unnamed');
        await db.transaction(() => write('deeper'));
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      await db.transaction(() => write('after'));
    });
    expect(await notes()).toEqual(['after', 'before']);
  });

  test('undoes nothing that happens beside it', async () => {
    await as('ann', async () => {
      const failing = [1, 2, 3].map((n) =>
        db.transaction(async () => {
          await write(`inside ${n}`);
          if (n !== 2) throw new Error('no');
        }),
      );
      await Promise.allSettled([...failing, write('beside')]);
    });
    expect(await notes()).toEqual(['beside', 'inside 2']);
  });
});

test('without such work a transaction is one of its own', async () => {
  await expect(
    db.transaction(async (tx) => {
      await tx.execute(sql`insert into scope_notes values ('undone')`);
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await notes()).toEqual([]);
});

describe('a role', () => {
  const role = `role_${process.pid}_"x"_${process.env.VITEST_POOL_ID ?? 1}`;
  const user = async () =>
    rowsOf<{ name: string }>(await db.execute(sql`select current_user as name`))[0]?.name;

  test('is that of every connection from then on', async () => {
    const own = await user();
    await db.execute(sql`create role ${sql.identifier(role)}`);
    await db.execute(sql`grant ${sql.identifier(own ?? '')} to ${sql.identifier(role)}`);
    const busy = db.execute(sql`select pg_sleep(0.2)`).then();
    await scope.actAs(role);
    await busy;
    expect(await Promise.all([user(), user(), user(), as('ann', user)])).toEqual(
      Array(4).fill(role),
    );
    await scope.actAs(own ?? '');
    expect(await user()).toBe(own);
    await db.execute(sql`drop role ${sql.identifier(role)}`);
  });

  test.skipIf(!url)('that does not exist lets no statement through', async () => {
    const other = onPostgres(1);
    await other.scope.actAs('no_such_role');
    await expect(
      other.db.execute(sql`insert into scope_notes values ('leaked')`),
    ).rejects.toThrow();
    await other.close();
    expect(await notes()).toEqual([]);
  });
});
