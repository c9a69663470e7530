import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import scheduler from '../../../src/modules/scheduler/index.ts';
import { eventually } from '../../helpers/eventually.ts';
import { jobServer } from '../../helpers/job-server.ts';
import { testApp } from '../../helpers/test-app.ts';

const main = await testApp();
/** Never due while a test runs. */
const yearly = '0 0 1 1 *';
const newYear = new Date(Date.UTC(new Date().getUTCFullYear(), 0, 1));

let servers: FastifyInstance[] = [];
let runs: Date[] = [];

beforeEach(async () => {
  runs = [];
  await main.database.query('delete from jobs.job; delete from scheduler_schedules');
});
afterEach(closeAll);

async function closeAll() {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
}

async function start(cron = yearly, timeZone = 'UTC', env: NodeJS.ProcessEnv = {}) {
  const server = await jobServer(
    main,
    async (building) => {
      await building.register(scheduler, { env: {} });
      building.schedule('cleanup', { cron, timeZone }, async ({ at }) => void runs.push(at));
    },
    env,
  );
  servers.push(server);
  await server.jobs.work();
  return server;
}
/** As if no process had run since. */
const sleepSince = (moment: string) =>
  main.database.query('update scheduler_schedules set last_at = $1', [moment]);
const enqueued = async () => {
  const { rows } = await main.database.query(`select 1 from jobs.job where name = 'cleanup'`);
  return rows.length;
};

describe('a schedule', () => {
  test('that is new owes nothing for the time before', async () => {
    await start();
    await sleep(300);
    expect(await enqueued()).toBe(0);
  });

  test('makes up for what it missed: the last occurrence, once', async () => {
    await start();
    await closeAll();
    await sleepSince('2020-06-01T00:00:00Z');
    await start();
    await eventually(() => expect(runs).toEqual([newYear]));
    await closeAll();
    await start();
    await sleep(1_200);
    expect(runs).toHaveLength(1);
  });

  test('runs once, however many processes there are', async () => {
    await start();
    await closeAll();
    await sleepSince('2020-06-01T00:00:00Z');
    await Promise.all(Array.from({ length: 4 }, () => start()));
    await eventually(() => expect(runs).toEqual([newYear]));
    await sleep(1_200);
    expect(runs).toHaveLength(1);
    expect(await enqueued()).toBe(1);
  });

  test('that has changed owes nothing for the time before', async () => {
    await start();
    await closeAll();
    await sleepSince('2020-06-01T00:00:00Z');
    await start('0 1 1 1 *');
    await sleep(300);
    await start('0 1 1 1 *', 'Europe/Berlin');
    await sleep(300);
    expect(await enqueued()).toBe(0);
  });

  test('is not ahead of its time: an occurrence is claimed together with its job', async () => {
    await start();
    await closeAll();
    await sleepSince('2020-06-01T00:00:00Z');
    await main.database.query(
      `alter table jobs.job add constraint none check (name <> 'cleanup') not valid`,
    );
    try {
      await start();
    } finally {
      await main.database.query('alter table jobs.job drop constraint none');
    }
    const { rows } = await main.database.query(
      'select last_at::date::text from scheduler_schedules',
    );
    expect(rows).toEqual([{ last_at: '2020-06-01' }]);
  });

  test('runs nothing where nobody works', async () => {
    const server = await jobServer(main, async (building) => {
      await building.register(scheduler, { env: {} });
      building.schedule('cleanup', { cron: yearly }, async () => {});
    });
    servers.push(server);
    const { rows } = await main.database.query('select 1 from scheduler_schedules');
    expect(rows).toEqual([]);
  });
});

test('a mistake in an expression stops the start', async () => {
  await expect(start('0 3 * *')).rejects.toThrow(
    'The schedule cleanup needs five fields: “0 3 * *” is no cron expression such as “0 3 * * *”.',
  );
});
