import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { readBody } from '../../../src/github/read-body.ts';

const chunks = (...sizes: number[]) => Readable.from(sizes.map((size) => Buffer.alloc(size)));

test('a body is read up to the limit and no further', async () => {
  expect(await readBody(chunks(4, 6), 10)).toHaveLength(10);
  const long = chunks(4, 7, 1000);
  expect(await readBody(long, 10)).toBeNull();
  expect(long.destroyed).toBe(false);
});

test('a body that says that it is too long is not read at all', async () => {
  const body = Object.assign(chunks(4), { headers: { 'content-length': '11' } });
  expect(await readBody(body, 10)).toBeNull();
  expect(body.readableDidRead).toBe(false);
});
