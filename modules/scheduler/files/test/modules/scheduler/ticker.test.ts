import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { recurrenceOf } from '../../../src/modules/scheduler/recurrence.ts';
import { ticker } from '../../../src/modules/scheduler/ticker.ts';

const { nextAfter } = recurrenceOf('test', { cron: '*/5 * * * *' });
const ticks: string[] = [];
const errors: unknown[] = [];
let failing = false;

const clock = ticker({
  nextAfter,
  async tick(now) {
    ticks.push(now.toISOString().slice(11, 19));
    if (failing) throw new Error('the database is away');
  },
  onError: (error) => errors.push(error),
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  vi.setSystemTime('2026-06-01T12:03:30Z');
});
afterEach(() => vi.useRealTimers());

test('a tick comes at once, when something is due, and at least every minute', async () => {
  await clock.start();
  await vi.advanceTimersByTimeAsync(95_000);
  expect(ticks).toEqual(['12:03:30', '12:04:30', '12:05:00']);

  ticks.length = 0;
  failing = true;
  await vi.advanceTimersByTimeAsync(60_000);
  failing = false;
  expect(ticks.slice(0, 3)).toEqual(['12:06:00', '12:06:05']);
  expect(errors.length).toBeGreaterThan(0);

  clock.stop();
  ticks.length = 0;
  await vi.advanceTimersByTimeAsync(600_000);
  expect(ticks).toEqual([]);
});

test('what is stopped while it ticks does not tick again', async () => {
  let finish = () => {};
  let count = 0;
  const slow = ticker({
    nextAfter,
    tick: () => {
      count += 1;
      return new Promise<void>((resolve) => (finish = resolve));
    },
    onError: (error) => errors.push(error),
  });
  const first = slow.start();
  slow.stop();
  finish();
  await first;
  await vi.advanceTimersByTimeAsync(600_000);
  expect(count).toBe(1);
});
