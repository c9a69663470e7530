import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { testApp } from '../../helpers/test-app.ts';
import { trialServer } from './trial-server.ts';

const main = await testApp();
const listed = 'https://app.example.com';
let app: FastifyInstance;
let cookie: string;
let token: string;
let done: number;

beforeAll(async () => {
  app = await trialServer({ SESSION_ORIGINS: `http://localhost:5173,${listed}` });
  const handler = async () => {
    done += 1;
    return {};
  };
  const onRequest = app.requireIdentity;
  const schema = { body: { type: 'object', required: ['to'], properties: { to: {} } } };
  app.post('/transfers', { onRequest, schema }, handler);
  for (const method of ['GET', 'PUT', 'PATCH', 'DELETE'] as const)
    app.route({ method, url: '/things', onRequest, handler });
  app.options('/things', handler);
  app.post('/public', handler);
});
afterAll(() => app.close());
beforeEach(async () => {
  await resetDatabase(main);
  const { headers } = await signIn(app);
  ({ cookie = '', 'x-csrf-token': token = '' } = headers);
  done = 0;
});

const post = (headers: Record<string, string>, request: InjectOptions = {}) =>
  app.inject({
    method: 'POST',
    url: '/transfers',
    payload: { to: 'mallory' },
    ...request,
    headers: { cookie, host: 'api.example.com', ...headers },
  });

async function expectRefused(...given: Parameters<typeof post>) {
  const response = await post(...given);
  expectProblem(response, 403, 'csrf');
  expect(response.json().detail).toContain('GET /auth/csrf');
  expect(done).toBe(0);
}

describe('a request that changes something is done', () => {
  test.each([
    ['the browser says that a page of this server sent it', { 'sec-fetch-site': 'same-origin' }],
    ['the browser says that its user did it', { 'sec-fetch-site': 'none' }],
    ['it comes from a listed origin', { origin: listed, 'sec-fetch-site': 'same-site' }],
    ['an older browser names a listed origin', { origin: 'http://localhost:5173' }],
    ['an older browser names our own origin', { origin: 'https://api.example.com' }],
  ])('when %s', async (_, headers) => {
    expect((await post(headers)).statusCode).toBe(200);
    expect(done).toBe(1);
  });

  test('when it carries the token of the session', async () => {
    expect((await post({ 'x-csrf-token': token })).statusCode).toBe(200);
  });

  test('when it carries that token and comes from another origin that could read it', async () => {
    const headers = { origin: 'https://admin.example.com', 'sec-fetch-site': 'same-site' };
    expect((await post({ ...headers, 'x-csrf-token': token })).statusCode).toBe(200);
  });
});

describe('a request that changes something is refused', () => {
  test.each<[string, Record<string, string>]>([
    ['without any sign of where it comes from', {}],
    ['from another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['from a sister domain', { origin: 'https://blog.example.com', 'sec-fetch-site': 'same-site' }],
    ['from another site, with its origin alone', { origin: 'https://evil.example' }],
    ['from a page without origin', { origin: 'null' }],
    [
      'from a page without origin in a newer browser',
      { origin: 'null', 'sec-fetch-site': 'cross-site' },
    ],
    ['from an origin that begins like ours', { origin: 'https://api.example.com.evil.example' }],
    ['from an origin that ends like ours', { origin: 'https://evil-api.example.com' }],
    ['from another port', { origin: 'https://api.example.com:8443' }],
    ['from an origin that begins like a listed one', { origin: `${listed}.evil.example` }],
    [
      'from our host without TLS',
      { origin: 'http://api.example.com', 'sec-fetch-site': 'cross-site' },
    ],
    ['with an empty origin', { origin: '' }],
    ['with a made-up site', { 'sec-fetch-site': 'same-origin, cross-site' }],
    ['with an empty token', { 'x-csrf-token': '' }],
    ['with a token that nobody issued', { 'x-csrf-token': 'x'.repeat(43) }],
  ])('%s', async (_, headers) => {
    await expectRefused(headers);
  });

  test.each<[string, () => string]>([
    ['changed', () => `${token.slice(0, 20)}${token[20] === 'A' ? 'B' : 'A'}${token.slice(21)}`],
    ['cut', () => token.slice(0, -1)],
    ['prolonged', () => `${token}A`],
    ['sent twice', () => `${token}, ${token}`],
    ['replaced by the session itself', () => cookie.slice(cookie.indexOf('=') + 1)],
  ])('with its token %s', async (_, change) => {
    await expectRefused({ 'x-csrf-token': change() });
  });

  test('with the token of another session, of another person or of the same', async () => {
    const other = await signIn(app);
    await expectRefused({ 'x-csrf-token': other.headers['x-csrf-token'] ?? '' });
  });

  test('with the token anywhere but in the header', async () => {
    await expectRefused({}, { query: { 'x-csrf-token': token } });
    await expectRefused({}, { payload: { to: 'mallory', csrfToken: token } });
    await expectRefused({ cookie: `${cookie}; x-csrf-token=${token}` });
  });

  test('with each method that may change something', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE'] as const)
      await expectRefused({}, { method, url: '/things', payload: undefined as never });
  });

  test('also where nobody need be signed in', async () => {
    await expectRefused({}, { url: '/public' });
  });

  test('when it opens a channel for commands', async () => {
    const handshake = { method: 'GET', url: '/things' } as const;
    const headers = { connection: 'upgrade', upgrade: 'websocket', origin: 'https://evil.example' };
    await expectRefused(headers, handshake);
    expect((await post({ ...headers, origin: listed }, handshake)).statusCode).toBe(200);
  });
});

describe('what a foreign page can send without asking the browser', () => {
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };

  test.each([
    ['application/x-www-form-urlencoded', 'to=mallory'],
    ['text/plain', '{"to":"mallory"}'],
    ['multipart/form-data; boundary=x', '--x\r\n\r\n--x--'],
  ])('%s does nothing', async (type, payload) => {
    await expectRefused({ ...foreign, 'content-type': type }, { payload });
    // Where a browser withholds the cookie, such a body is worth nothing either.
    const login = { ...foreign, 'content-type': type, cookie: '' };
    expect((await post(login, { payload })).statusCode).toBeGreaterThanOrEqual(400);
    expect(done).toBe(0);
  });
});

test('reading takes no proof', async () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS'] as const) {
    const { statusCode } = await app.inject({ method, url: '/things', headers: { cookie } });
    expect(statusCode).toBe(200);
  }
});

test('without a session there is nothing to misuse', async () => {
  const ended = await signIn(app);
  await app.sessions.endAll(ended.userId);
  for (const own of ['', 'session=', 'session=x', 'other=1', ended.headers.cookie ?? ''])
    expect((await post({ cookie: own }, { url: '/public' })).statusCode).toBe(200);
});

test('the token can be asked for again, by those who are signed in, and is not kept', async () => {
  const response = await app.inject({ url: '/auth/csrf', headers: { cookie } });
  expect(response.json()).toEqual({ csrfToken: token });
  expect(response.headers['cache-control']).toBe('no-store');
  expectProblem(await app.inject('/auth/csrf'), 401, 'unauthenticated');
});

test.each(['*', 'app.example.com', `${listed}/path`])('%s is no origin', async (origin) => {
  await expect(trialServer({ SESSION_ORIGINS: origin })).rejects.toThrow(
    'SESSION_ORIGINS must be a comma-separated list of origins',
  );
});
