import { expect, test } from 'vitest';
import { describeError } from '../../../src/modules/base/describe-error.ts';
import { statusTitle } from '../../../src/modules/base/status-title.ts';

test.each([
  ['a text', 'broken', { type: 'string', message: 'broken' }],
  ['a number', 42, { type: 'number', message: '' }],
  ['nothing', undefined, { type: 'undefined', message: '' }],
  ['an error', new RangeError('too far'), { type: 'RangeError', message: 'too far' }],
  [
    'the error of a driver',
    Object.assign(new Error('Failed query: x\nparams: secret'), { code: '23505', params: ['s'] }),
    { type: 'Error', code: '23505', message: 'Failed query: x' },
  ],
])('%s is described by named fields alone', (_, thrown, described) => {
  const { stack, ...fields } = describeError(thrown);
  expect(fields).toEqual(described);
  expect(stack).not.toContain('secret');
});

test('causes are followed for a while, not for ever', () => {
  let error = new Error('cause 9');
  for (let depth = 8; depth >= 0; depth -= 1) error = new Error(`cause ${depth}`, { cause: error });
  const text = JSON.stringify(describeError(error));
  expect(text).toContain('cause 5');
  expect(text).not.toContain('"cause 6"');
});

test('a status without a name of its own is an error', () => {
  expect([404, 599].map(statusTitle)).toEqual(['Not Found', 'Error']);
});
