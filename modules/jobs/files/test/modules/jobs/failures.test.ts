import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { eventually } from '../../helpers/eventually.ts';
import { greetingServers, type Handler, main, states } from './greeting-server.ts';

const { noted, runs, servers, serverWith } = greetingServers();

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
      runs.length = 0;
      const first = await serverWith(handler, { retries: 0 }, { SHUTDOWN_TIMEOUT_MS: '1600' });
      await first.greet.enqueue({ to: 'Jane' });
      await first.jobs.work();
      await eventually(async () => expect(await states()).toContain('greet active'));
      await servers.pop()?.close();
      expect(await states()).toContain('greet retry');

      runs.length = 0;
      const second = await serverWith(noted, { retries: 0 });
      await second.jobs.work();
      await eventually(() => expect(runs).toMatchObject([{ to: 'Jane', attempt: 2 }]), 1_500);
      await servers.pop()?.close();
      await main.database.query('delete from jobs.job');
    }
  });
});
