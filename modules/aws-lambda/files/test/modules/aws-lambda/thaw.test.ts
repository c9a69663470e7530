import { expect, test } from 'vitest';
import { thaw } from '../../../src/modules/aws-lambda/thaw.ts';

test('only after a long pause is there a moment for what has ended meanwhile', async () => {
  let now = 0;
  let timers = 0;
  const { afterFreeze, beforeFreeze } = thaw(() => now);
  const passes = async () => {
    timers = 0;
    setTimeout(() => timers++, 0);
    await afterFreeze();
    return timers;
  };
  expect(await passes()).toBe(0);
  beforeFreeze();
  now = 900;
  expect(await passes()).toBe(0);
  now = 1_100;
  expect(await passes()).toBeGreaterThan(0);
});
