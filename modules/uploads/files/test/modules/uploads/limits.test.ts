import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { testApp } from '../../helpers/test-app.ts';
import { formOf } from './form-of.ts';
import { rowsOf } from './rows-of.ts';
import { trialServer } from './trial-server.ts';

const main = await testApp();
const megabyte = 1_048_576;
let app: FastifyInstance;
let ownerId = '';

beforeAll(async () => {
  app = await trialServer({ UPLOAD_MAX_MB: '2', UPLOAD_QUOTA_MB: '3' });
});
afterAll(() => app.close());
beforeEach(async () => {
  await resetDatabase(main);
  ownerId = (await signIn(main)).userId;
});

const upload = (bytes: number) => {
  const { headers, payload } = formOf(Buffer.alloc(bytes, 'a'), { type: 'text/plain' });
  return app.inject({
    method: 'POST',
    url: '/files',
    headers: { ...headers, 'x-user': ownerId },
    payload,
  });
};
const kept = async () =>
  (await rowsOf(main)).filter(({ state }) => state === 'ready').map(({ size }) => Number(size));

test('a file may be as large as said, and not one byte larger', async () => {
  expect((await upload(2 * megabyte)).statusCode).toBe(201);
  await main.database.query('delete from files');
  expectProblem(await upload(2 * megabyte + 1), 413, 'file-too-large');
  expect(await rowsOf(main)).toEqual([]);
});

describe('the quota', () => {
  test('counts all files of a user together', async () => {
    expect((await upload(2 * megabyte)).statusCode).toBe(201);
    expectProblem(await upload(megabyte + 1), 413, 'quota-exceeded');
    expect((await upload(megabyte)).statusCode).toBe(201);
    expectProblem(await upload(1), 413, 'quota-exceeded');
    expect(await kept()).toEqual([2 * megabyte, megabyte]);
  });

  test('holds when uploads race for the rest of it', async () => {
    const responses = await Promise.all(Array.from({ length: 6 }, () => upload(megabyte)));
    const codes = responses.map(({ statusCode }) => statusCode);
    expect(codes.filter((code) => code === 201).length).toBeLessThanOrEqual(3);
    expect(codes.every((code) => code === 201 || code === 413)).toBe(true);
    expect((await kept()).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(3 * megabyte);
    expect(await rowsOf(main)).toHaveLength((await kept()).length);
  });

  test('is free again when files are deleted', async () => {
    const { id } = (await upload(2 * megabyte)).json();
    expectProblem(await upload(2 * megabyte), 413);
    await app.files.remove(id);
    expect((await upload(2 * megabyte)).statusCode).toBe(201);
  });
});

describe('other modules', () => {
  const create = (content: Readable, type?: string) =>
    app.files.create(content, { ownerId, name: 'report.txt', ...(type && { type }) });

  test('keep files within the same limits', async () => {
    const file = await create(Readable.from([Buffer.from('a report')]));
    expect(file).toMatchObject({ ownerId, type: 'text/plain', size: 8, visibility: 'private' });
    const chunks = await (await app.files.open(file.id, { start: 2, end: 4 })).toArray();
    expect(Buffer.concat(chunks).toString()).toBe('rep');
    const large = Readable.from([Buffer.alloc(megabyte, 'a'), Buffer.alloc(megabyte + 1, 'a')]);
    await expect(create(large)).rejects.toMatchObject({ code: 'file-too-large' });
    expect(await kept()).toEqual([8]);
  });

  test('leave nothing behind when their content fails', async () => {
    async function* broken() {
      yield Buffer.alloc(5_000, 'a');
      throw new Error('the source broke');
    }
    await expect(create(Readable.from(broken()))).rejects.toThrow('the source broke');
    expect(await rowsOf(main)).toEqual([]);
  });
});

test.each([
  [{ UPLOAD_TYPES: 'images' }, 'UPLOAD_TYPES must be a comma-separated list of types'],
  [{ UPLOAD_MAX_MB: '0' }, 'UPLOAD_MAX_MB'],
])('a server with %j does not start', async (env, sentence) => {
  await expect(trialServer(env)).rejects.toThrow(sentence);
});
