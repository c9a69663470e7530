import { beforeAll, expect, test } from 'vitest';
import { requestedRange } from '../../../src/modules/uploads/requested-range.ts';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { testApp } from '../../helpers/test-app.ts';
import { formOf } from './form-of.ts';

const app = await testApp();
const text = 'abcdefghij';
let url = '';
let signedIn: Record<string, string> = {};
let etag = '';

beforeAll(async () => {
  await resetDatabase(app);
  signedIn = (await signIn(app)).headers;
  const form = formOf(text, { name: 'a.txt', type: 'text/plain' });
  const { payload } = form;
  const headers = { ...signedIn, ...form.headers };
  const file = (await app.inject({ method: 'POST', url: '/files', headers, payload })).json();
  url = `/files/${file.id}/content`;
  const renamed = { name: 'naïve "100%".txt' };
  await app.inject({
    method: 'PATCH',
    url: `/files/${file.id}`,
    headers: signedIn,
    payload: renamed,
  });
  etag = `"${file.sha256}"`;
});

const get = (headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
  app.inject({ method, url, headers: { ...signedIn, ...headers } });

test('a whole file comes with all that keeps it harmless', async () => {
  const { statusCode, headers, body } = await get();
  expect([statusCode, body]).toEqual([200, text]);
  expect(headers).toMatchObject({
    etag,
    'accept-ranges': 'bytes',
    'content-length': '10',
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'content-disposition': `inline; filename="na_ve _100__.txt"; filename*=UTF-8''na%C3%AFve%20%22100%25%22.txt`,
  });
});

test.each([
  ['bytes=1-1', 'b', '1-1'],
  ['bytes=2-4', 'cde', '2-4'],
  ['bytes=7-', 'hij', '7-9'],
  ['bytes=-3', 'hij', '7-9'],
  ['bytes=-99', text, '0-9'],
  ['bytes=8-99', 'ij', '8-9'],
])('%s is %s', async (range, part, positions) => {
  const { statusCode, headers, body } = await get({ range });
  expect([statusCode, body, headers['content-range'], headers['content-length']]).toEqual([
    206,
    part,
    `bytes ${positions}/10`,
    String(part.length),
  ]);
});

test.each(['bytes=10-', 'bytes=99-100', 'bytes=-0'])('%s is no part of it', async (range) => {
  const response = await get({ range });
  expectProblem(response, 416, 'range-not-satisfiable');
  expect(response.headers['content-range']).toBe('bytes */10');
  expect(response.headers['content-disposition']).toBeUndefined();
});

test.each(['bytes=4-2', 'bytes=-', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=a-b', 'x'])(
  '%s means the whole',
  async (range) => {
    expect((await get({ range })).body).toBe(text);
  },
);

test('a part of an older file is not mixed into a newer one', async () => {
  expect((await get({ range: 'bytes=0-1', 'if-range': etag })).body).toBe('ab');
  expect((await get({ range: 'bytes=0-1', 'if-range': '"other"' })).body).toBe(text);
});

test('what the client has is not sent again', async () => {
  for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
    const response = await get({ 'if-none-match': known });
    expect([response.statusCode, response.body, response.headers.etag]).toEqual([304, '', etag]);
  }
  expect((await get({ 'if-none-match': '"x"' })).statusCode).toBe(200);
});

test('HEAD tells the size and opens nothing', async () => {
  const { statusCode, headers, body } = await get({}, 'HEAD');
  expect([statusCode, headers['content-length'], body]).toEqual([200, '10', '']);
});

test('the document describes forms and bytes', async () => {
  if (!app.hasDecorator('swagger')) return;
  const { paths } = (await app.inject('/openapi.json')).json();
  const form = paths['/files'].post.requestBody.content['multipart/form-data'].schema;
  expect(form.properties.file).toMatchObject({ type: 'string', format: 'binary' });
  const { responses, security } = paths['/files/{id}/content'].get;
  for (const status of [200, 206])
    expect(responses[status].content).toEqual({
      'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
    });
  expect(security).toContainEqual({});
});

test('no range of any size leads out of the file', () => {
  for (const range of ['bytes=0-', 'bytes=5-5', 'bytes=-2', 'bytes=0-999999999999999']) {
    const part = requestedRange({ range }, 6, etag);
    expect(part && part.start >= 0 && part.end <= 5 && part.start <= part.end).toBe(true);
  }
});
