import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { appVersion } from '../../../src/modules/cache/app-version.ts';
import { circuit } from '../../../src/modules/cache/circuit.ts';
import { lifetimeOf } from '../../../src/modules/cache/lifetime-of.ts';
import { owedRemovals } from '../../../src/modules/cache/owed-removals.ts';

test('values that were loaded together do not end together, and none late', () => {
  const all = Array.from({ length: 200 }, () => lifetimeOf({ seconds: 100 }).freshMs);
  expect(Math.max(...all)).toBeLessThanOrEqual(100_000);
  expect(Math.min(...all)).toBeGreaterThanOrEqual(90_000);
  expect(new Set(all).size).toBeGreaterThan(100);
});

test('the version is that of the package, where there is one', () => {
  expect(appVersion('package.json')).toMatch(/^\d+\.\d+\.\d+/);
  expect(appVersion('nowhere/package.json')).toBe('0');
  expect(appVersion('tsconfig.json')).toBe('0');
});

describe('the circuit', () => {
  const heard: string[] = [];
  const fail = () => Promise.reject(new Error('down'));
  const work = vi.fn(async () => 'done');

  beforeEach(() => {
    heard.length = 0;
    work.mockClear();
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
  });
  afterEach(() => vi.useRealTimers());

  const newCircuit = () =>
    circuit({ onOpen: () => heard.push('open'), onClose: () => heard.push('closed') });

  test('bounds work in time', async () => {
    const waiting = newCircuit()(() => new Promise(() => {}));
    const check = expect(waiting).rejects.toThrow('did not answer within 100 ms');
    await vi.advanceTimersByTimeAsync(100);
    await check;
  });

  test('opens after three failures in a row, and tries one call after longer and longer', async () => {
    const run = newCircuit();
    for (const attempt of [fail, fail, work, fail, fail]) await run(attempt).catch(() => {});
    expect(heard).toEqual([]);
    work.mockClear();
    await expect(run(fail)).rejects.toThrow('down');
    await expect(run(work)).rejects.toThrow('left alone');
    for (const pauseMs of [1_000, 2_000, 4_000, 5_000, 5_000]) {
      await vi.advanceTimersByTimeAsync(pauseMs - 1);
      await expect(run(work)).rejects.toThrow('left alone');
      await vi.advanceTimersByTimeAsync(1);
      const probe = run(fail);
      await expect(run(work)).rejects.toThrow('left alone');
      await expect(probe).rejects.toThrow('down');
    }
    expect(heard).toEqual(['open']);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await run(work)).toBe('done');
    expect(await run(work)).toBe('done');
    expect(heard).toEqual(['open', 'closed']);
    expect(work).toHaveBeenCalledTimes(2);
  });
});

describe('removals that Redis has not confirmed', () => {
  const removalsOf = (count: number) => Array.from({ length: count }, (_, n) => `key ${n}`);

  test('are paid in batches, and again when that fails', async () => {
    const paid: number[] = [];
    let failing = true;
    const owed = owedRemovals(
      async (batch) => {
        if (failing) throw new Error('down');
        paid.push(batch.length);
      },
      () => {},
    );
    await owed.settle();
    owed.add(removalsOf(2_500));
    await expect(owed.settle()).rejects.toThrow('down');
    failing = false;
    await Promise.all([owed.settle(), owed.settle()]);
    await owed.settle();
    expect(paid.reduce((sum, size) => sum + size)).toBe(2_500);
    expect(Math.max(...paid)).toBe(1_000);
  });

  test('are bounded, and a loss is told', async () => {
    let losses = 0;
    let paid = 0;
    const owed = owedRemovals(
      async (batch) => {
        paid += batch.length;
      },
      () => {
        losses += 1;
      },
    );
    owed.add(removalsOf(20_010));
    await owed.settle();
    expect([losses, paid]).toEqual([1, 20_000]);
  });
});
