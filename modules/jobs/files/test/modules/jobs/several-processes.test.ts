import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eventually } from '../../helpers/eventually.ts';
import { ownPostgres } from '../../helpers/own-postgres.ts';
import { countingServer } from './worker-process.ts';

const postgres = await ownPostgres();
afterAll(() => postgres?.drop());

describe.skipIf(!postgres)('several processes', () => {
  let app: Awaited<ReturnType<typeof countingServer>>;
  let workers: ChildProcess[] = [];
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    DATABASE_URL: postgres?.url,
    WORK_MS: '5',
  };

  beforeEach(async () => {
    app = await countingServer(env);
    await app.database.query(`
      drop table if exists starts, effects;
      create table starts (n int, pid int);
      create table effects (n int, pid int);
      delete from jobs.job`);
  });
  afterEach(async () => {
    for (const worker of workers) worker.kill('SIGKILL');
    workers = [];
    await app.close();
  });

  async function startWorkers(count: number, extra: NodeJS.ProcessEnv = {}) {
    const started = Array.from({ length: count }, async () => {
      const worker = spawn('node', ['test/modules/jobs/worker-process.ts'], {
        env: { ...env, ...extra },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      workers.push(worker);
      await once(worker.stdout, 'data');
      return worker;
    });
    return Promise.all(started);
  }
  async function enqueue(count: number) {
    for (let n = 0; n < count; n++) await app.count.enqueue({ n });
  }
  const all = async (table: string) => {
    const { rows } = await app.database.query(`select n, pid from ${table} order by n`);
    return rows as { n: number; pid: number }[];
  };
  const distinct = (rows: { n: number }[]) => new Set(rows.map(({ n }) => n)).size;

  test('have each effect exactly once while nothing dies', async () => {
    await startWorkers(3);
    await enqueue(200);
    await eventually(async () => expect(await all('effects')).toHaveLength(200), 30_000);
    const effects = await all('effects');
    expect(effects.map(({ n }) => n)).toEqual(Array.from({ length: 200 }, (_, n) => n));
    expect(new Set(effects.map(({ pid }) => pid)).size).toBe(3);
  }, 60_000);

  test('lose nothing when one is killed in the middle, and go on within seconds', async () => {
    await enqueue(60);
    const [victim] = await startWorkers(2, { WORK_MS: '100' });
    await eventually(async () =>
      expect((await all('starts')).some(({ pid }) => pid === victim?.pid)).toBe(true),
    );
    victim?.kill('SIGKILL');
    const killedAt = Date.now();
    await eventually(async () => expect(distinct(await all('effects'))).toBe(60), 40_000);
    expect(Date.now() - killedAt).toBeLessThan(25_000);
    // Only what the victim had in hand was started twice.
    expect((await all('starts')).length).toBeLessThanOrEqual(60 + 2);
  }, 90_000);

  test('lose nothing when all are killed', async () => {
    await enqueue(10);
    const victims = await startWorkers(2, { WORK_MS: '200' });
    await eventually(async () => expect((await all('starts')).length).toBeGreaterThan(2));
    for (const victim of victims) victim.kill('SIGKILL');
    await startWorkers(1);
    await eventually(async () => expect(distinct(await all('effects'))).toBe(10), 30_000);
  }, 90_000);

  test('one that is asked to stop hands over to the others at once', async () => {
    await enqueue(20);
    const [leaving] = await startWorkers(2, { WORK_MS: '100' });
    leaving?.kill('SIGTERM');
    const [code] = await once(leaving as ChildProcess, 'exit');
    expect(code).toBe(0);
    await eventually(async () => expect(await all('effects')).toHaveLength(20), 8_000);
    expect(await all('starts')).toHaveLength(20);
  }, 60_000);

  test('can start together on a database that has no queue yet', async () => {
    await app.database.query('drop schema jobs cascade');
    await startWorkers(3);
    await app.close();
    app = await countingServer(env);
    await enqueue(3);
    await eventually(async () => expect(await all('effects')).toHaveLength(3));
  }, 60_000);
});
