import { gunzipSync } from 'node:zlib';
import Fastify from 'fastify';
import { describe, expect, test, vi } from 'vitest';
import base from '../../../src/modules/base/index.ts';
import * as bundled from '../../../src/modules/openapi/bundled-script.ts';
import openapi from '../../../src/modules/openapi/index.ts';
import { testApp } from '../../helpers/test-app.ts';

const app = await testApp();

describe('the reference page', () => {
  test('is found with and without the slash', async () => {
    const { statusCode, headers } = await app.inject('/docs');
    expect([statusCode, headers.location]).toEqual([301, 'docs/']);
    expect((await app.inject('/docs/')).headers['content-type']).toBe('text/html; charset=utf-8');
  });

  test('loads nothing from another host', async () => {
    const { body, headers } = await app.inject('/docs/');
    expect(body).not.toMatch(/https?:/);
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).toContain("connect-src 'self'");
    const start = await app.inject('/docs/start.js');
    expect(start.body).toContain('"url":"../openapi.json"');
    expect(start.body).not.toMatch(/https?:/);
  });

  test('leaves the policy of other answers as strict as it was', async () => {
    const { headers } = await app.inject('/openapi.json');
    expect(headers['content-security-policy'] ?? '').not.toContain("'self'");
  });

  test('has its script here, compressed for those who can read that', async () => {
    const plain = await app.inject('/docs/reference.js');
    expect(plain.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(plain.body).toContain('createApiReference');
    const headers = { 'accept-encoding': 'br, gzip' };
    const zipped = await app.inject({ url: '/docs/reference.js', headers });
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(zipped.rawPayload).equals(plain.rawPayload)).toBe(true);
  });

  test('does not send its script again to who has it', async () => {
    const { headers } = await app.inject('/docs/reference.js');
    const again = await app.inject({
      url: '/docs/reference.js',
      headers: { 'if-none-match': String(headers.etag) },
    });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });
});

test('OPENAPI_ENABLED=false hides the document and the page', async () => {
  const env = { OPENAPI_ENABLED: 'false' };
  const closed = Fastify();
  await closed.register(base, { env });
  await closed.register(openapi, { env });
  for (const url of ['/openapi.json', '/docs', '/docs/', '/docs/reference.js'])
    expect((await closed.inject(url)).statusCode).toBe(404);
  await closed.close();
});

test('a script that could not be loaded once is loaded for the next who asks', async () => {
  const loading = vi.spyOn(bundled, 'bundledScript').mockRejectedValueOnce(new Error('busy'));
  const fresh = Fastify();
  await fresh.register(base, { env: {} });
  await fresh.register(openapi, { env: {} });
  expect((await fresh.inject('/docs/reference.js')).statusCode).toBe(500);
  expect((await fresh.inject('/docs/reference.js')).statusCode).toBe(200);
  expect((await fresh.inject('/docs/reference.js')).statusCode).toBe(200);
  expect(loading).toHaveBeenCalledTimes(2);
  await fresh.close();
  loading.mockRestore();
});
