import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Job, JobHandler, JobOptions } from '../../../src/contracts/jobs.ts';
import { eventually } from '../../helpers/eventually.ts';
import { jobServer } from '../../helpers/job-server.ts';
import { testApp } from '../../helpers/test-app.ts';

const main = await testApp();
const Data = Type.Object({ to: Type.String() }, { additionalProperties: false });
type Handler = JobHandler<{ to: string }>;

let runs: { to: string; attempt: number; at: number }[] = [];
let servers: FastifyInstance[] = [];

beforeEach(async () => {
  runs = [];
  await main.database.query('delete from jobs.job');
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

const noted: Handler = async ({ to }, { attempt }) => {
  runs.push({ to, attempt, at: Date.now() });
};

/** A server with one job. */
async function serverWith(
  handler: Handler = noted,
  options: Partial<JobOptions<typeof Data>> = {},
  env: NodeJS.ProcessEnv = {},
) {
  let job: Job<{ to: string }> | undefined;
  const server = await jobServer(
    main,
    ({ jobs }) => {
      job = jobs.define('greet', { data: Data, ...options }, handler);
    },
    env,
  );
  servers.push(server);
  return Object.assign(server, { greet: job as Job<{ to: string }> });
}

const states = async () => {
  const { rows } = await main.database.query(
    `select name, state::text from jobs.job where name in ('greet', 'failed') order by created_on`,
  );
  return rows.map(({ name, state }) => `${name} ${state}`);
};

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

describe('a failure', () => {
  test('is followed by further attempts, each after a longer wait', async () => {
    const handler: Handler = async (data, run) => {
      await noted(data, run);
      if (run.attempt < 3) throw new Error('not yet');
    };
    const { greet, jobs } = await serverWith(handler);
    await greet.enqueue({ to: 'Jane' });
    await jobs.work();
    await eventually(() => expect(runs.map(({ attempt }) => attempt)).toEqual([1, 2, 3]), 15_000);
    const [first = 0, second = 0, third = 0] = runs.map(({ at }) => at);
    expect(second - first).toBeGreaterThan(900);
    expect(third - second).toBeGreaterThan(1_900);
  });

  test('of every attempt puts the job aside, with a reason that holds no secret', async () => {
    const handler: Handler = async () => {
      throw new Error('no route to https://jane:hunter2@mail.example');
    };
    const { greet, jobs } = await serverWith(handler, { retries: 1 });
    await greet.enqueue({ to: 'Jane' });
    await jobs.work();
    await eventually(async () => expect(await states()).toContain('failed created'), 10_000);
    const { rows } = await main.database.query(
      `select source_output as output from jobs.job where name = 'failed'`,
    );
    expect(rows).toEqual([
      { output: { message: 'no route to https://jane:[Redacted]@mail.example' } },
    ]);
  });

  test('is also a run that takes too long: its signal aborts and it is tried again', async () => {
    const aborted: number[] = [];
    const handler: Handler = async (data, run) => {
      await noted(data, run);
      if (run.attempt > 1) return;
      await sleep(10_000, undefined, { signal: run.signal }).catch(() => aborted.push(Date.now()));
    };
    const { greet, jobs } = await serverWith(handler, { timeoutSeconds: 1 });
    await greet.enqueue({ to: 'Jane' });
    await jobs.work();
    await eventually(() => expect(runs.map(({ attempt }) => attempt)).toEqual([1, 2]), 10_000);
    expect(aborted).toHaveLength(1);
  });
});

describe('a server that stops', () => {
  test('finishes what it does and takes nothing new', async () => {
    const handler: Handler = async (data, run) => {
      await sleep(300);
      await noted(data, run);
    };
    const { greet, jobs } = await serverWith(handler);
    for (const to of ['Jane', 'Jack', 'Jill']) await greet.enqueue({ to });
    await jobs.work();
    await eventually(async () => expect(await states()).toContain('greet active'));
    await servers.pop()?.close();
    const after = await states();
    expect(after).toContain('greet completed');
    expect(after).toContain('greet created');
    expect(after).not.toContain('greet active');
  });

  test('gives back at once what does not end in time, as if it had not been tried', async () => {
    const endless: Handler = async (data, run) => {
      await noted(data, run);
      await sleep(20_000, undefined, { signal: run.signal });
    };
    const deaf: Handler = () => sleep(20_000, undefined, { ref: false });
    for (const handler of [endless, deaf]) {
      runs = [];
      const first = await serverWith(handler, { retries: 0 }, { SHUTDOWN_TIMEOUT_MS: '1600' });
      await first.greet.enqueue({ to: 'Jane' });
      await first.jobs.work();
      await eventually(async () => expect(await states()).toContain('greet active'));
      await servers.pop()?.close();
      expect(await states()).toContain('greet retry');

      runs = [];
      const second = await serverWith(noted, { retries: 0 });
      await second.jobs.work();
      await eventually(() => expect(runs).toMatchObject([{ to: 'Jane', attempt: 2 }]), 1_500);
      await servers.pop()?.close();
      await main.database.query('delete from jobs.job');
    }
  });
});

describe('a definition', () => {
  test.each(['Greet', 'failed', '', 'a b', 'x'.repeat(61)])(
    'cannot be called “%s”',
    async (name) => {
      const start = jobServer(main, ({ jobs }) => void jobs.define(name, { data: Data }, noted));
      await expect(start).rejects.toThrow('is no name for a job');
    },
  );

  test('cannot be made twice', async () => {
    const start = jobServer(main, ({ jobs }) => {
      for (let i = 0; i < 2; i++) jobs.define('greet', { data: Data }, noted);
    });
    await expect(start).rejects.toThrow('The job greet is defined twice.');
  });

  test('of a new release counts for the queue of an old one', async () => {
    await serverWith(noted, { retries: 3 });
    await serverWith(noted, { retries: 5, timeoutSeconds: 7 });
    const { rows } = await main.database.query(
      `select retry_limit, expire_seconds from jobs.queue where name = 'greet'`,
    );
    expect(rows).toEqual([{ retry_limit: 5, expire_seconds: 7 }]);
  });
});

describe('the server', () => {
  test('works once it listens, unless told otherwise', async () => {
    const { greet } = await serverWith();
    const idle = await serverWith(noted, {}, { JOBS_WORKER: 'false' });
    await idle.listen({ port: 0, host: '127.0.0.1' });
    await greet.enqueue({ to: 'Jane' });
    await sleep(1_500);
    expect(runs).toEqual([]);
    const busy = await serverWith();
    await busy.listen({ port: 0, host: '127.0.0.1' });
    await eventually(() => expect(runs).toHaveLength(1));
  });

  test('does not start without the tables of its queue, and says what to do', async () => {
    await main.database.query('alter schema jobs rename to jobs_away');
    try {
      await expect(jobServer(main, () => {})).rejects.toMatchObject({
        name: 'ConfigError',
        message:
          'The tables of the job queue are missing or of another version: run npm run migrate.',
      });
    } finally {
      await main.database.query('alter schema jobs_away rename to jobs');
    }
  });
});
