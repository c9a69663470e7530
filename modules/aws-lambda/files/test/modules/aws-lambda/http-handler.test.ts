import type { LambdaResponse } from '@fastify/aws-lambda';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { httpHandler } from '../../../src/modules/aws-lambda/http-handler.ts';
import base from '../../../src/modules/base/index.ts';
import { serverOptions } from '../../../src/modules/base/server-options.ts';
import { httpEvent } from './http-event.ts';
import { bytes, trialRoutes } from './trial-routes.ts';

let app: FastifyInstance;
let handler: ReturnType<typeof httpHandler>;

beforeAll(async () => {
  const env: NodeJS.ProcessEnv = { LOG_LEVEL: 'silent' };
  app = Fastify(serverOptions(env));
  for (const part of [base, trialRoutes]) await app.register(part, { env });
  handler = httpHandler(app);
});
afterAll(() => app.close());

const answer = (event: APIGatewayProxyEventV2, remainingMs = 10_000): Promise<LambdaResponse> =>
  handler(event, {
    awsRequestId: 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef',
    getRemainingTimeInMillis: () => remainingMs,
  } as Context);
const get = (path: string, given: Parameters<typeof httpEvent>[1] = {}) =>
  answer(httpEvent('GET', { ...given, path }));

test.each([
  ['values with commas, and names that repeat', '/request/a', 'q=a,b&tag=x&tag=y'],
  ['what is encoded', '/request/%D1%8F%20%2F', 'q=%26+%3D'],
  ['nothing', '/request/', ''],
])('an address arrives as it was sent: %s', async (_name, path, query) => {
  const { url } = JSON.parse((await get(path, { query })).body);
  expect(url).toBe(query ? `${path}?${query}` : path);
});

test('a path that the gateway has decoded is encoded again', async () => {
  const { url, query } = JSON.parse((await get('/request/100% я?#', { query: 'a=1' })).body);
  expect(url).toBe('/request/100%25%20%D1%8F%3F%23?a=1');
  expect(query).toEqual({ a: '1' });
});

test('the client is who the gateway saw, whatever headers claim', async () => {
  const { ip } = JSON.parse((await get('/request/', { ip: '2001:db8::7' })).body);
  expect(ip).toBe('2001:db8::7');
});

test('a request has the id under which Lambda logs it, and nobody chooses another', async () => {
  const { headers, body } = await get('/request/', { headers: { 'x-request-id': 'chosen-by-me' } });
  expect(JSON.parse(body).id).toBe('c6af9ac6-7b61-11e6-9a41-93e8deadbeef');
  expect(headers['x-request-id']).toBe('c6af9ac6-7b61-11e6-9a41-93e8deadbeef');
});

test('cookies arrive, and each leaves apart', async () => {
  const { body } = await get('/request/', { cookies: ['a=1', 'b=2'] });
  expect(JSON.parse(body).cookie).toBe('a=1;b=2');

  const { cookies, headers } = await get('/cookies');
  expect(cookies).toEqual(['a=1; HttpOnly', 'b=2']);
  expect(headers).not.toHaveProperty('set-cookie');
  expect(headers['x-number']).toBe('7');
});

test('a body in base64 arrives as the bytes that were sent', async () => {
  const body = bytes.toString('base64');
  const headers = { 'content-type': 'application/octet-stream' };
  const event = httpEvent('POST', { path: '/length', headers, body, isBase64Encoded: true });
  expect(JSON.parse((await answer(event)).body)).toEqual({ bytes: bytes.length });
});

test('JSON arrives as JSON, and leaves as text', async () => {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ name: 'Ёж' });
  const answered = await answer(httpEvent('POST', { path: '/json', headers, body }));
  expect(answered).toMatchObject({ statusCode: 200, body, isBase64Encoded: false });
});

test.each([
  ['/bytes', bytes],
  ['/zipped', bytes],
  ['/latin', Buffer.from([0xe9])],
])('bytes of %s leave in base64', async (path, expected) => {
  const { body, isBase64Encoded } = await get(path);
  expect(isBase64Encoded).toBe(true);
  expect(Buffer.from(body, 'base64')).toEqual(expected);
});

test('text leaves as it is, and nothing as nothing', async () => {
  expect(await get('/html')).toMatchObject({ body: '<p>Привет</p>', isBase64Encoded: false });
  const nothing = await answer(httpEvent('DELETE', { path: '/nothing' }));
  expect(nothing).toMatchObject({ statusCode: 204, body: '', isBase64Encoded: false });
});

test.each([
  ['GET', '/nowhere', {}, 404],
  ['POST', '/json', { headers: { 'content-type': 'application/json' }, body: '{' }, 400],
  ['GET', '/broken', {}, 500],
])('%s %s is a problem document', async (method, path, given, status) => {
  const { statusCode, headers, body } = await answer(httpEvent(method, { ...given, path }));
  expect(statusCode).toBe(status);
  expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(JSON.parse(body)).toMatchObject({ status, instance: expect.stringMatching(/^c6af9ac6/) });
  expect(body).not.toContain('hunter2');
});

test('what would take longer than the function may is answered before', async () => {
  const event = httpEvent('GET', { path: '/slow', query: 'ms=2000' });
  const { statusCode, body } = await answer(event, 600);
  expect(statusCode).toBe(504);
  expect(JSON.parse(body)).toMatchObject({ code: 'timeout', status: 504 });
});

test.each([
  ['another format', { ...httpEvent('GET'), version: '1.0' }],
  ['a message of a queue', { Records: [{ body: 'x' }] }],
])('%s is refused', async (_name, event) => {
  await expect(answer(event as unknown as APIGatewayProxyEventV2)).rejects.toThrow(/2\.0/);
});
