import Fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import base from '../../../src/modules/base/index.ts';
import securityHeaders from '../../../src/modules/security-headers/index.ts';
import { testApp } from '../../helpers/test-app.ts';

const page = 'https://app.example.com';
const always = {
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
};

async function serverWith(env: Record<string, string>) {
  const app = Fastify();
  await app.register(base, { env });
  await app.register(securityHeaders, { env });
  app.get('/', async () => ({}));
  app.put('/', async () => ({}));
  app.get('/fails', () => Promise.reject(new Error('a bug')));
  return app;
}

const preflight = (origin: string) =>
  ({
    method: 'OPTIONS',
    url: '/',
    headers: { origin, 'access-control-request-method': 'PUT' },
  }) as const;

describe('security headers', () => {
  test.each(['/health/live', '/no-such-page'])('are on %s', async (url) => {
    const { headers } = await (await testApp()).inject(url);
    expect(headers).toMatchObject(always);
    expect(headers).not.toHaveProperty('x-powered-by');
  });
});

test.each([
  [200, { url: '/' }],
  [204, preflight(page)],
  [404, { url: '/no-such-page' }],
  [413, { url: '/', method: 'PUT', payload: { text: 'x'.repeat(2_000_000) } }],
  [415, { url: '/', method: 'PUT', payload: 'x', headers: { 'content-type': 'text/x' } }],
  [500, { url: '/fails' }],
] as const)('every header is on an answer with status %i', async (status, request) => {
  const app = await serverWith({ CORS_ORIGINS: page });
  const { statusCode, headers } = await app.inject(request);
  expect([statusCode, headers]).toEqual([status, expect.objectContaining(always)]);
});

test('subdomains are bound to TLS only when that is asked for', async () => {
  const { headers } = await (await serverWith({ HSTS_SUBDOMAINS: 'true' })).inject('/');
  expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
});

describe('CORS', () => {
  test('no page may call the server unless its origin is listed', async () => {
    const app = await serverWith({});
    const response = await app.inject({ url: '/', headers: { origin: page } });
    expect(response.headers).not.toHaveProperty('access-control-allow-origin');
    expect(response.headers).not.toHaveProperty('vary');
  });

  test('a listed page may read answers and the headers that matter', async () => {
    const app = await serverWith({ CORS_ORIGINS: `http://localhost:5173,${page}` });
    const { headers } = await app.inject({ url: '/', headers: { origin: page } });
    expect(headers['access-control-allow-origin']).toBe(page);
    expect(headers['access-control-expose-headers']).toBe(
      'etag, link, location, retry-after, ratelimit-limit, ratelimit-remaining, ratelimit-reset, x-request-id',
    );
    expect(headers.vary).toContain('Origin');
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
  });

  test('caches are told that answers depend on the origin, also when there is none', async () => {
    const { headers } = await (await serverWith({ CORS_ORIGINS: page })).inject('/');
    expect(headers.vary).toContain('Origin');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  test('a listed page may ask before it writes', async () => {
    const app = await serverWith({ CORS_ORIGINS: page });
    const response = await app.inject(preflight(page));
    expect(response.statusCode).toBe(204);
    expect(response.headers).toMatchObject({
      'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
      'access-control-max-age': '600',
    });
    expect(response.headers).not.toHaveProperty('access-control-allow-credentials');
  });

  test('what no browser asks is a request like any other', async () => {
    const app = await serverWith({ CORS_ORIGINS: page });
    expect((await app.inject({ method: 'OPTIONS', url: '/' })).statusCode).toBe(404);
  });

  test.each(['https://evil.example', `${page}.evil.example`, 'null'])(
    '%s is refused',
    async (o) => {
      const app = await serverWith({ CORS_ORIGINS: page });
      const response = await app.inject(preflight(o));
      expect(response.headers).not.toHaveProperty('access-control-allow-origin');
    },
  );

  test('cookies cross origins only when that is asked for', async () => {
    const app = await serverWith({ CORS_ORIGINS: page, CORS_CREDENTIALS: 'true' });
    const { headers } = await app.inject({ url: '/', headers: { origin: page } });
    expect(headers['access-control-allow-credentials']).toBe('true');
  });

  test.each(['*', 'app.example.com', `${page}/path`])('%s is no origin', async (origin) => {
    await expect(serverWith({ CORS_ORIGINS: origin })).rejects.toThrow(
      'The environment variable CORS_ORIGINS must be a comma-separated list of origins, such as https://app.example.com.',
    );
  });
});
