import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { expectProblem } from '../../../helpers/expect-problem.ts';
import { resetDatabase } from '../../../helpers/reset-database.ts';
import { signIn } from '../../../helpers/sign-in.ts';
import { testApp } from '../../../helpers/test-app.ts';
import { formOf, png } from '../form-of.ts';
import { rowsOf } from '../rows-of.ts';
import { listening, trialServer } from '../trial-server.ts';
import { faultProxy } from './fault-proxy.ts';

type Fault = (method: string, url: string) => 'hang' | 'cut' | number | undefined;

const main = await testApp();
const faults: { fault?: Fault } = {};
let proxy: Awaited<ReturnType<typeof faultProxy>>;
let app: FastifyInstance;
let headers: Record<string, string>;

beforeEach(async () => {
  delete faults.fault;
  await resetDatabase(main);
  proxy = await faultProxy(process.env.S3_ENDPOINT ?? '', faults);
  app = await trialServer({ S3_ENDPOINT: proxy.url, S3_TIMEOUT_SECONDS: '1' });
  headers = { 'x-user': (await signIn(main)).userId };
});
afterEach(async () => {
  await app.close();
  proxy.close();
});

const upload = (content: Buffer = png, type = 'image/png') => {
  const form = formOf(content, { type });
  return app.inject({
    method: 'POST',
    url: '/files',
    headers: { ...headers, ...form.headers },
    payload: form.payload,
  });
};
const visible = async () => (await app.inject({ url: '/files', headers })).json().items;

test.each([
  ['is slow', () => 'hang' as const],
  ['cuts connections', () => 'cut' as const],
  ['is down', () => 503],
  ['refuses the keys', () => 403],
])('a storage that %s is a 503, and no file comes of it', async (_, fault: Fault) => {
  faults.fault = fault;
  expectProblem(await upload(), 503, 'storage-unavailable');
  expect(await visible()).toEqual([]);
  // The row stays, unseen, for as long as nobody knows whether there is an object.
  expect(await rowsOf(main)).toMatchObject([{ state: 'deleted' }]);
  delete faults.fault;
  await listening(app);
  await expect.poll(() => rowsOf(main)).toEqual([]);
});

test('a fault that passes is tried again, unseen', async () => {
  let first = true;
  faults.fault = (method) => {
    const fault = first && method === 'PUT' ? 500 : undefined;
    first = false;
    return fault;
  };
  expect((await upload()).statusCode).toBe(201);
});

test('an upload of many parts is taken back when one of them fails', async () => {
  faults.fault = (method, url) => (method === 'PUT' && /partNumber=2/.test(url) ? 403 : undefined);
  expectProblem(await upload(Buffer.alloc(8_000_000, 'a'), 'text/plain'), 503);
  expect(proxy.seen.some((line) => /^DELETE .*uploadId=/.test(line))).toBe(true);
  expect(proxy.seen.some((line) => /^POST .*uploadId=/.test(line))).toBe(false);
  expect(await rowsOf(main)).toEqual([]);
});

test('files can be deleted while the storage is away, and are swept when it is back', async () => {
  const { id } = (await upload()).json();
  faults.fault = () => 'cut';
  expectProblem(await app.inject({ url: `/files/${id}/content`, headers }), 503);
  expect((await app.inject({ method: 'DELETE', url: `/files/${id}`, headers })).statusCode).toBe(
    204,
  );
  expectProblem(await app.inject({ url: `/files/${id}`, headers }), 404);
  expect(await rowsOf(main)).toHaveLength(1);
  delete faults.fault;
  await listening(app);
  await expect.poll(() => rowsOf(main)).toEqual([]);
});
