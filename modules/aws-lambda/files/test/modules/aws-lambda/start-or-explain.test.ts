import { expect, test } from 'vitest';
import { startOrExplain } from '../../../src/modules/aws-lambda/start-or-explain.ts';

const failing = (error: unknown) => startOrExplain(() => Promise.reject(error)).catch((e) => e);

test('a sentence for people goes through alone', async () => {
  const error = await failing(Object.assign(new Error('Set X.'), { name: 'ConfigError', x: 1 }));
  expect({ ...error }).toEqual({ name: 'ConfigError' });
  expect(error.stack).toBe('ConfigError: Set X.');
});

test('values of a statement that failed do not reach the log', async () => {
  const driver = new TypeError('Failed query: select $1\nparams: hunter2');
  const error = await failing(Object.assign(driver, { params: ['hunter2'] }));
  expect(error).toMatchObject({ name: 'TypeError', message: 'Failed query: select $1' });
  expect(error.stack).toMatch(/^TypeError: Failed query: select \$1\n\s+at /);
  expect(JSON.stringify({ ...error, stack: error.stack })).not.toContain('hunter2');
});

test('what is no error is none to show', async () => {
  expect(await failing('hunter2')).toEqual(new Error('The start failed.'));
});

test('what starts is passed on', async () => {
  expect(await startOrExplain(async () => 7)).toBe(7);
});
