import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { eventually } from '../../helpers/eventually.ts';
import { jobServer } from '../../helpers/job-server.ts';
import { greetingServers, type Handler, main, states } from './greeting-server.ts';

const { noted, runs, serverWith } = greetingServers();

describe('a job', () => {
  test('runs with its data', async () => {
    const { greet, jobs } = await serverWith();
    expect(await greet.enqueue({ to: 'Jane' })).toMatch(/^[0-9a-f-]{36}$/);
    await jobs.work();
    await eventually(() => expect(runs).toMatchObject([{ to: 'Jane', attempt: 1 }]));
    await eventually(async () => expect(await states()).toEqual(['greet completed']));
  });

  test('exists if and only if its transaction commits', async () => {
    const { greet, db } = await serverWith();
    const undone = db.transaction(async (tx) => {
      await greet.enqueue({ to: 'nobody' }, { db: tx });
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    expect(await states()).toEqual([]);
    await db.transaction(async (tx) => void (await greet.enqueue({ to: 'Jane' }, { db: tx })));
    expect(await states()).toEqual(['greet created']);
  });

  test('waits until it may start', async () => {
    const { greet, jobs } = await serverWith();
    const startAfter = new Date(Date.now() + 1_500);
    await greet.enqueue({ to: 'Jane' }, { startAfter });
    await jobs.work();
    await eventually(() => expect(runs).toHaveLength(1));
    expect(runs[0]?.at).toBeGreaterThanOrEqual(startAfter.getTime());
  });

  test('with a key is added once while it waits, and again when it has run', async () => {
    const { greet, jobs } = await serverWith();
    expect(await greet.enqueue({ to: 'Jane' }, { key: 'a' })).not.toBeNull();
    expect(await greet.enqueue({ to: 'Jack' }, { key: 'a' })).toBeNull();
    expect(await greet.enqueue({ to: 'Jill' }, { key: 'b' })).not.toBeNull();
    await jobs.work();
    await eventually(() => expect(runs.map(({ to }) => to)).toEqual(['Jane', 'Jill']));
    expect(await greet.enqueue({ to: 'Jack' }, { key: 'a' })).not.toBeNull();
  });

  test('runs beside others up to its concurrency, and without pauses between them', async () => {
    let atOnce = 0;
    let most = 0;
    const handler: Handler = async (data, run) => {
      most = Math.max(most, ++atOnce);
      await sleep(20);
      atOnce -= 1;
      await noted(data, run);
    };
    const { greet, jobs } = await serverWith(handler, { concurrency: 2 });
    for (let i = 0; i < 20; i++) await greet.enqueue({ to: `${i}` });
    const start = Date.now();
    await jobs.work();
    await eventually(() => expect(runs).toHaveLength(20));
    expect(Date.now() - start).toBeLessThan(4_000);
    expect(most).toBe(2);
  });

  test('that nobody here knows is left alone', async () => {
    const { greet } = await serverWith();
    await greet.enqueue({ to: 'Jane' });
    const stranger = await jobServer(main, () => {});
    await stranger.jobs.work();
    await sleep(1_200);
    await stranger.close();
    expect(await states()).toEqual(['greet created']);
  });
});

describe('data', () => {
  test('that does not fit the schema is not enqueued, nor shown', async () => {
    const { greet } = await serverWith();
    const wrong = { to: 5, secret: 'hunter2' } as unknown as { to: string };
    const error = await greet.enqueue(wrong).catch((e) => e);
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toMatch(/^The data of the job greet is not valid: /);
    expect(error.message).not.toContain('hunter2');
    expect(await states()).toEqual([]);
  });

  test('that is too large is refused with its size', async () => {
    const { greet } = await serverWith();
    await expect(greet.enqueue({ to: 'ä'.repeat(60_000) })).rejects.toMatchObject({
      statusCode: 413,
      message: 'The data of the job greet has 120009 bytes; at most 100000 are kept.',
    });
  });

  test('that PostgreSQL cannot store is refused; what only looks like it is not', async () => {
    const { greet } = await serverWith();
    await expect(greet.enqueue({ to: 'a\u0000b' })).rejects.toMatchObject({ statusCode: 400 });
    await expect(greet.enqueue({ to: 'a\\u0000b' })).resolves.not.toBeNull();
  });

  test('that no longer fits when the job runs is put aside at once', async () => {
    const { greet, jobs } = await serverWith();
    const id = await greet.enqueue({ to: 'Jane' });
    await main.database.query(`update jobs.job set data = '{"to": 5}' where id = $1`, [id]);
    await jobs.work();
    await eventually(async () =>
      expect((await states()).toSorted()).toEqual(['failed created', 'greet failed']),
    );
    expect(runs).toEqual([]);
  });
});
