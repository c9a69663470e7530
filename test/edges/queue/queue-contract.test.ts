import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { JobHandler, Queue } from '../../../src/flows/ports.ts';
import { RetryLater } from '../../../src/flows/retry-later.ts';
import { createQueue } from '../../../src/queue/create-queue.ts';
import { embeddedPlace, hasPostgres, type Place, postgresPlace } from './databases.ts';
import { startChild } from './start-child.ts';

const adapters = [
  { name: 'PGlite', place: embeddedPlace, available: true },
  { name: 'PostgreSQL', place: postgresPlace, available: await hasPostgres() },
];

for (const { name, place, available } of adapters) {
  describe.skipIf(!available)(`the queue on ${name}`, { timeout: 90_000 }, () => {
    let at: Place;
    let queue: Queue;
    const jobs: Record<string, JobHandler> = {};
    const worked: unknown[] = [];
    const kinds = ['once', 'flaky', 'later'];

    beforeAll(async () => {
      at = await place();
      queue = createQueue({ ...at, onError: () => {} });
      const run =
        (kind: string): JobHandler =>
        async (payload, attempt) => {
          worked.push(payload);
          await jobs[kind]?.(payload, attempt);
        };
      await queue.start(Object.fromEntries(kinds.map((kind) => [kind, run(kind)])));
    }, 60_000);

    afterAll(async () => {
      await queue.stop();
      await at.remove();
    }, 60_000);

    const times = (payload: unknown) => worked.filter((done) => done === payload).length;
    const until = (check: () => void) => vi.waitFor(check, { timeout: 30_000, interval: 100 });

    test('a key is accepted and worked once, its repeats are ignored', async () => {
      const repeats = [1, 2, 3].map(() => queue.enqueue('once', 'comment:1', 'a shop'));
      const answers = await Promise.all(repeats);
      expect(answers.filter(({ accepted }) => accepted)).toHaveLength(1);
      await until(() => expect(times('a shop')).toBe(1));
      expect(await queue.enqueue('once', 'comment:1', 'a shop')).toEqual({ accepted: false });
      expect(await queue.enqueue('once', 'comment:2', 'a blog')).toEqual({ accepted: true });
      await until(() => expect(times('a blog')).toBe(1));
      expect(times('a shop')).toBe(1);
    });

    test('a job that failed is tried again', async () => {
      jobs.flaky = async (_, { number }) => {
        if (number === 1) throw new Error('network');
      };
      await queue.enqueue('flaky', 'comment:3', 'flaky');
      await until(() => expect(times('flaky')).toBe(2));
    });

    test('a job that must wait is worked later, as a first attempt', async () => {
      const attempts: number[] = [];
      jobs.later = async (_, { number }) => {
        attempts.push(number);
        if (attempts.length === 1) throw new RetryLater(1, new Error('rate limit'));
      };
      await queue.enqueue('later', 'comment:4', 'later');
      await until(() => expect(attempts).toEqual([1, 1]));
    });
  });

  describe.skipIf(!available)(`a crash on ${name}`, () => {
    test('work cut off by kill -9 is done by the next process', { timeout: 120_000 }, async () => {
      const at = await place();
      const env = {
        DIRECTORY: at.directory,
        DATABASE: at.databaseUrl ?? '',
        SCHEMA: at.schema,
      };
      const first = startChild({ ...env, STAY: 'yes' });
      await first.printed('working {"issue":7}');
      await first.kill('SIGKILL');
      const second = startChild(env);
      expect(await second.printed('finished')).toContain('working {"issue":7}');
      expect(await second.printed('accepted')).toContain('accepted false');
      await second.kill('SIGTERM');
      await at.remove();
    });
  });
}
