import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { inTurn } from '../../../src/modules/websocket/in-turn.ts';
import { messageAllowance } from '../../../src/modules/websocket/message-allowance.ts';

test('a client that sends more than is dealt with is not read any further for a while', async () => {
  const source = { pause: vi.fn(), resume: vi.fn() };
  const gates: (() => void)[] = [];
  const done: number[] = [];
  const queue = inTurn(source, async (n: number) => {
    await new Promise<void>((open) => gates.push(open));
    done.push(n);
  });
  for (let n = 0; n < 17; n += 1) queue.add(n);
  expect(source.pause).toHaveBeenCalledTimes(1);
  expect(source.resume).toHaveBeenCalledTimes(1);
  gates[0]?.();
  await nextTurn();
  expect(source.resume).toHaveBeenCalledTimes(2);
  expect(done).toEqual([0]);
  queue.clear();
  gates[1]?.();
  await queue.done();
  expect(done).toEqual([0, 1]);
  expect(queue.done()).toBeUndefined();
});

test('messages are counted by the second, and a pause saves up for twice as many at most', () => {
  let now = 0;
  const mayGoOn = messageAllowance(2, () => now);
  const burst = () => Array.from({ length: 6 }, mayGoOn).filter(Boolean).length;
  expect(burst()).toBe(4);
  now += 500;
  expect(burst()).toBe(1);
  now += 60_000;
  expect(burst()).toBe(4);
});
