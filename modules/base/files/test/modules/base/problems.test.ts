import type { FastifyInstance, InjectOptions } from 'fastify';
import Type from 'typebox';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { trialServer } from './trial-server.ts';

let app: FastifyInstance;
let lines: Record<string, unknown>[];

const Item = Type.Object(
  { name: Type.String({ maxLength: 10 }), parts: Type.Array(Type.Object({ n: Type.Integer() })) },
  { additionalProperties: false },
);

beforeEach(async () => {
  ({ app, lines } = await trialServer({ BODY_LIMIT_BYTES: '1024' }));
  app.addSchema({ $id: 'Shared', type: 'object', required: ['ok'], properties: { ok: {} } });
  app.post('/items', { schema: { body: Item } }, async ({ body }) => body);
  app.post('/shared', { schema: { body: { $ref: 'Shared#' } } }, async () => ({}));
  const Query = Type.Object({ limit: Type.Integer({ default: 20, maximum: 100 }) });
  app.get('/items', { schema: { querystring: Query } }, async ({ query }) => query);
  app.get('/items/:id', async ({ params }) => params);
  app.get('/taken', async () => {
    throw app.problem(409, 'name-taken', 'This name is in use.');
  });
  app.get('/busy', async () => {
    throw app.problem(503, 'busy', 'Come back in a minute.');
  });
  app.get('/bug', async () => {
    throw new Error('password of db.internal is hunter2');
  });
  app.get('/foreign', async () => {
    throw Object.assign(new Error('bucket secret-bucket does not exist'), { statusCode: 404 });
  });
  app.get('/nothing', () => Promise.reject(Object.create(null)));
});
afterEach(() => app.close());

const post = (payload: InjectOptions['payload'], type = 'application/json') =>
  app.inject({
    method: 'POST',
    url: '/items',
    payload: payload ?? '',
    headers: { 'content-type': type },
  });

describe('every error is a problem document', () => {
  test('404: no such address', async () => {
    const response = await app.inject('/no-such-page?token=secret');
    expectProblem(response, 404, 'not-found');
    expect(response.json()).toEqual({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      detail: 'Nothing answers GET at this address.',
      instance: response.headers['x-request-id'],
      code: 'not-found',
    });
  });

  test.each([
    ['a missing property', { parts: [] }, '/name'],
    ['a wrong type, which is not converted', { name: 5, parts: [] }, '/name'],
    ['an unknown property', { name: 'a', parts: [], admin: true }, '/admin'],
    ['a property too long', { name: 'a'.repeat(11), parts: [] }, '/name'],
    ['a fault deep inside', { name: 'a', parts: [{ n: 1 }, {}] }, '/parts/1/n'],
  ])('400: %s', async (_name, payload, path) => {
    const response = await post(payload);
    expectProblem(response, 400, 'validation');
    expect(response.json()).toMatchObject({ detail: 'The body of the request is not valid.' });
    expect(response.json().errors[0].path).toBe(path);
  });

  test('400: a body that breaks a shared schema', async () => {
    const response = await app.inject({ method: 'POST', url: '/shared', payload: {} });
    expectProblem(response, 400, 'validation');
  });

  test('400: a parameter out of range; within it, text is converted', async () => {
    expectProblem(await app.inject('/items?limit=101'), 400, 'validation');
    expect((await app.inject('/items?limit=7')).json()).toEqual({ limit: 7 });
  });

  test('400: JSON that is none', async () => {
    expectProblem(await post('{"name": '), 400, 'invalid-json-body');
    expectProblem(await post(''), 400, 'validation');
    expectProblem(await post('{"__proto__": {"admin": true}}'), 400);
  });

  test('400: an address that cannot be decoded', async () => {
    const response = await app.inject('/items/%E0%A4%A');
    expectProblem(response, 400, 'bad-url');
    expect(response.headers['x-request-id']).toBe(response.json().instance);
  });

  test('413: a body too large', async () => {
    expectProblem(await post({ name: 'a'.repeat(2000) }), 413, 'body-too-large');
  });

  test('415: a body of another type', async () => {
    expectProblem(await post('<a/>', 'application/xml'), 415, 'invalid-media-type');
  });

  test('problems of our own say what they are', async () => {
    expectProblem(await app.inject('/taken'), 409, 'name-taken');
    expect((await app.inject('/busy')).json().detail).toBe('Come back in a minute.');
  });
});

describe('a service that is away', () => {
  test.each([
    ['a refused connection', Object.assign(new Error('10.0.0.7'), { code: 'ECONNREFUSED' })],
    ['a database that is stopping', Object.assign(new Error('bye'), { code: '57P01' })],
    ['a lost connection', Object.assign(new Error('lost'), { code: '08006' })],
    ['a full pool', new Error('timeout exceeded when trying to connect')],
    ['no answer', new Error('Query read timeout')],
  ])('503: %s, also as the cause of an error', async (_name, cause) => {
    app.get('/away', () => Promise.reject(cause));
    app.get('/because', () => Promise.reject(new Error('Failed query: select 1', { cause })));
    for (const url of ['/away', '/because']) {
      const response = await app.inject(url);
      expectProblem(response, 503, 'unavailable');
      expect(response.headers['retry-after']).toBe('5');
      expect(response.json().detail).toMatch(/^A service that this server needs does not answer/);
    }
    expect(lines).toContainEqual(expect.objectContaining({ msg: 'request failed' }));
  });

  test('other faults of a database are faults of the server', async () => {
    const cause = Object.assign(new Error('no such column'), { code: '42703' });
    app.get('/fault', () => Promise.reject(new Error('Failed query', { cause })));
    expectProblem(await app.inject('/fault'), 500);
  });
});

describe('an unexpected error', () => {
  test.each(['/bug', '/foreign', '/nothing'])('%s reveals nothing', async (url) => {
    const response = await app.inject(url);
    expectProblem(response, 500);
    expect(Object.keys(response.json())).toEqual(['type', 'title', 'status', 'instance']);
  });

  test('is logged with its cause and the id that the client has', async () => {
    const { instance } = (await app.inject('/bug')).json();
    expect(lines).toContainEqual(
      expect.objectContaining({
        msg: 'request failed',
        reqId: instance,
        err: expect.objectContaining({ message: expect.stringContaining('db.internal') }),
      }),
    );
  });
});

test('schemas of routes name the errors that can happen', async () => {
  const statuses: Record<string, string[]> = {};
  app.addHook('onRoute', ({ url, schema }) => {
    statuses[url] = Object.keys(schema?.response ?? {});
  });
  app.get('/plain', { schema: {} }, async () => ({}));
  app.get('/none', async () => ({}));
  app.post('/body', { schema: { body: Item, response: app.problems(409) } }, async () => ({}));
  expect(statuses).toMatchObject({
    '/plain': ['500'],
    '/none': [],
    '/body': ['400', '409', '413', '415', '500'],
  });

  app.decorate('database', {
    query: async () => ({ rows: [] }),
    ping: async () => {},
    migrate: async () => {},
  });
  app.get('/with-database', { schema: {} }, async () => ({}));
  expect(statuses['/with-database']).toEqual(['500', '503']);
});
