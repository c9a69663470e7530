import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import base from '../../../src/modules/base/index.ts';
import { serverOptions } from '../../../src/modules/base/server-options.ts';
import rateLimit from '../../../src/modules/rate-limit/index.ts';
import { expectProblem } from '../../helpers/expect-problem.ts';

let app: FastifyInstance;

beforeEach(() => start({}));
afterEach(() => app.close());

async function start(extra: NodeJS.ProcessEnv) {
  await app?.close();
  const env: NodeJS.ProcessEnv = {
    LOG_LEVEL: 'silent',
    RATE_LIMIT_MAX: '3',
    RATE_LIMIT_WINDOW_SECONDS: '1',
    ...extra,
  };
  app = Fastify(serverOptions(env));
  await app.register(base, { env });
  await app.register(rateLimit, { env });
  app.get('/', { schema: {} }, async () => ({}));
  const refuse = async () => {
    throw app.problem(401, 'unauthorized', 'Nobody is signed in.');
  };
  app.get('/private', { onRequest: refuse }, async () => ({}));
  app.post('/login', { config: { limit: { max: 1, seconds: 1 } } }, async () => ({}));
  app.get('/probe', { config: { limit: false }, schema: {} }, async () => ({}));
}

const get = (url: string, headers: Record<string, string> = {}, remoteAddress = '192.0.2.1') =>
  app.inject({ url, headers, remoteAddress });
const statuses = async (times: number, send: () => ReturnType<typeof get>) => {
  const all: number[] = [];
  for (let i = 0; i < times; i++) all.push((await send()).statusCode);
  return all;
};

describe('the limit of a client', () => {
  test('counts down in headers, then answers 429 with the time to wait', async () => {
    expect((await get('/')).headers).toMatchObject({
      'ratelimit-limit': '3',
      'ratelimit-remaining': '2',
    });
    expect(await statuses(3, () => get('/'))).toEqual([200, 200, 429]);
    const refused = await get('/');
    expectProblem(refused, 429, 'too-many-requests');
    expect(refused.headers['retry-after']).toBe('1');
  });

  test('is lifted when the window has passed', async () => {
    await statuses(4, () => get('/'));
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect((await get('/')).statusCode).toBe(200);
  });

  test('spans all routes, also those that refuse and those that do not exist', async () => {
    expect(await statuses(2, () => get('/private'))).toEqual([401, 401]);
    expect(await statuses(2, () => get('/no-such-page'))).toEqual([404, 429]);
    expect((await get('/private')).statusCode).toBe(429);
  });

  test('is one for each address', async () => {
    expect(await statuses(4, () => get('/'))).toContain(429);
    expect((await get('/', {}, '192.0.2.2')).statusCode).toBe(200);
  });

  test('is one for a whole IPv6 network, whose owner has every address in it', async () => {
    const addresses = ['2001:db8::1', '2001:db8::2', '2001:db8::3', '2001:db8::4'];
    const next = () => get('/', {}, addresses.shift());
    expect(await statuses(4, next)).toEqual([200, 200, 200, 429]);
  });

  test('cannot be escaped by forging X-Forwarded-For', async () => {
    let n = 0;
    const forged = () => get('/', { 'x-forwarded-for': `198.51.100.${n++}` });
    expect(await statuses(4, forged)).toEqual([200, 200, 200, 429]);
  });

  test('is that of the client behind a trusted proxy', async () => {
    await start({ TRUST_PROXY: '192.0.2.0/24' });
    let n = 0;
    const forwarded = () => get('/', { 'x-forwarded-for': `198.51.100.${n++}` });
    expect(await statuses(4, forwarded)).toEqual([200, 200, 200, 200]);
  });
});

describe('the limit of a route', () => {
  test('is stricter than the usual one and counted apart', async () => {
    const login = () => app.inject({ method: 'POST', url: '/login', remoteAddress: '192.0.2.1' });
    expect(await statuses(2, login)).toEqual([200, 429]);
    expect((await get('/')).statusCode).toBe(200);
  });

  test('false means that the route always answers', async () => {
    expect(await statuses(5, () => get('/probe'))).toEqual([200, 200, 200, 200, 200]);
  });
});

test('the schema of a limited route says 429, and how many requests it takes', async () => {
  const schemas: Record<string, object> = {};
  app.addHook('onRoute', ({ url, schema }) => {
    schemas[url] = (schema?.response as object) ?? {};
  });
  app.get('/late', { schema: {} }, async () => ({}));
  const config = { limit: { max: 5, seconds: 60 } };
  app.get('/late-login', { config, schema: { response: app.problems(429) } }, async () => ({}));
  app.get('/late-probe', { config: { limit: false }, schema: {} }, async () => ({}));
  expect(schemas['/late']).toHaveProperty('429');
  expect(schemas['/late-login']).toMatchObject({
    429: { description: 'Too Many Requests: a client may send 5 in 60 seconds' },
  });
  expect(schemas['/late-probe']).not.toHaveProperty('429');
});

test('RATE_LIMIT_ENABLED=false turns it off', async () => {
  await start({ RATE_LIMIT_ENABLED: 'false' });
  expect(await statuses(5, () => get('/'))).toEqual([200, 200, 200, 200, 200]);
});
