import { expect, test } from 'vitest';
import { describeFailure } from '../../../src/modules/jobs/describe-failure.ts';

const login = (password: string) => `connect to postgres://app:${password}@db/app`;

test.each([
  [login('hunter2'), login('[Redacted]')],
  ['refused: Authorization: Bearer hunter2.abc', 'refused: Authorization: Bearer [Redacted]'],
  ['{"password":"hunter2","to":"Jane"}', '{"password":[Redacted]","to":"Jane"}'],
  ['GET /?api_key=hunter2&page=2', 'GET /?api_key=[Redacted]&page=2'],
  ['Failed query: select $1\nparams: hunter2', 'Failed query: select $1'],
  ['nothing to hide', 'nothing to hide'],
])('%j is kept as %j', (message, kept) => {
  expect(describeFailure(new Error(message))).toBe(kept);
});

test('what is thrown need not be an error', () => {
  expect([describeFailure('plain'), describeFailure(null)]).toEqual(['plain', 'null']);
});

test('what is very long is cut, without taking long', () => {
  const start = performance.now();
  expect(describeFailure(new Error('token'.repeat(1_000_000)))).toHaveLength(500);
  expect(performance.now() - start).toBeLessThan(200);
});
