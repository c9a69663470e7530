import { afterEach, expect, test, vi } from 'vitest';
import { exitOn } from '../../../src/modules/base/exit-on.ts';

afterEach(() => vi.restoreAllMocks());

/** What the process says before it ends. */
function lastWords(error: unknown): unknown {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  exitOn(error);
  expect(exit).toHaveBeenCalledWith(1);
  return said.mock.calls[0]?.[0];
}
const failed = (fields: object) => Object.assign(new Error('failed'), fields);

test.each([
  [{ name: 'ConfigError', message: 'Set PORT.' }, 'Set PORT.'],
  [{ syscall: 'listen', code: 'EADDRINUSE', port: 80 }, /^Something else listens on port 80/],
  [{ syscall: 'listen', code: 'EACCES', port: 80 }, /^This user may not listen on port 80/],
  [{ syscall: 'listen', code: 'EADDRNOTAVAIL' }, /HOST is no address of this machine/],
  [{ syscall: 'getaddrinfo', hostname: process.env.HOST }, /HOST is no address of this machine/],
])('%j ends the process with one sentence', (fields, sentence) => {
  expect(lastWords(failed(fields))).toEqual(expect.stringMatching(sentence));
});

test.each([
  ['a bug', failed({}), { type: 'Error', message: 'failed' }],
  ['another fault of listening', failed({ syscall: 'listen', code: 'EIO' }), { code: 'EIO' }],
  ['what is no error', 'broken', { type: 'string', message: 'broken' }],
])('%s ends it with all that is known', (_, error, described) => {
  expect(lastWords(error)).toMatchObject(described);
});
