import OpenAI from 'openai';
import { expect, test } from 'vitest';
import { retry } from '../../src/llm/openai/retry.ts';

/** Milliseconds until a call that fails twice succeeds. */
async function elapsed(fault: Error): Promise<number> {
  const start = performance.now();
  let calls = 0;
  await retry(async () => {
    calls += 1;
    if (calls < 3) throw fault;
  });
  return performance.now() - start;
}
const status = (code: number, headers: Record<string, string> = {}) =>
  OpenAI.APIError.generate(code, {}, 'fault', new Headers(headers));

test('waits double, and no two callers wait alike', async () => {
  const fault = new OpenAI.APIConnectionError({ message: 'gone' });
  const times = await Promise.all(Array.from({ length: 6 }, () => elapsed(fault)));
  for (const time of times) {
    expect(time).toBeGreaterThanOrEqual(1_490);
    expect(time).toBeLessThan(2_700);
  }
  expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(5);
});

test('an endpoint that says when to come back is heard', async () => {
  expect(await elapsed(status(429, { 'retry-after': '0' }))).toBeLessThan(200);
  expect(await elapsed(status(503, { 'retry-after': '1' }))).toBeGreaterThanOrEqual(1_990);
});

test.each([400, 401, 403, 404, 422])('%i is not tried again', async (code) => {
  let calls = 0;
  const call = retry(async () => {
    calls += 1;
    throw status(code);
  });
  await expect(call).rejects.toThrow();
  expect(calls).toBe(1);
});
