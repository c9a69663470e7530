import { expect, it } from 'vitest';
import { etagOf, isFresh, versionsOf } from '../../../src/modules/crud/etag.ts';

it('an ETag is the version in quotes', () => {
  expect(etagOf({ version: 3 })).toBe('"3"');
});

it.each([
  [undefined, false],
  ['"3"', true],
  ['W/"3"', true],
  ['"1", "3"', true],
  ['*', true],
  ['"33"', false],
  ['3', false],
])('If-None-Match: %s means the copy is fresh: %s', (header, fresh) => {
  expect(isFresh(header, { version: 3 })).toBe(fresh);
});

it.each([
  [undefined, undefined],
  [' * ', undefined],
  ['"3"', [3]],
  ['"3", "4"', [3, 4]],
  ['W/"3"', [3]],
  ['W/"3", "4"', [3, 4]],
  ['"99999999999"', []],
  ['nonsense', []],
])('If-Match: %s allows the versions %j', (header, versions) => {
  expect(versionsOf(header)).toEqual(versions);
});
