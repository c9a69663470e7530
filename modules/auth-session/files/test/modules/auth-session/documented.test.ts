import type { RouteOptions } from 'fastify';
import { expect, test } from 'vitest';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { testApp } from '../../helpers/test-app.ts';
import { trialServer } from './trial-server.ts';

test('the document names the cookie, and the refusal of every route that may change something', async () => {
  const app = await trialServer();
  const responses: Record<string, string[]> = {};
  app.addHook('onRoute', ({ method, url, schema }: RouteOptions) => {
    responses[`${method} ${url}`] = Object.keys((schema?.response as object) ?? {});
  });
  const onRequest = app.requireIdentity;
  const schema = { response: { 200: {} } };
  app.post('/public', { schema }, async () => ({}));
  app.delete('/own', { schema, onRequest }, async () => ({}));
  app.get('/own', { schema, onRequest, exposeHeadRoute: false }, async () => ({}));
  await app.close();
  expect(app.identityScheme).toMatchObject({
    name: 'sessionCookie',
    scheme: { type: 'apiKey', in: 'cookie', name: 'session' },
  });
  expect(responses['POST /public']).toEqual(expect.arrayContaining(['200', '403']));
  expect(responses['POST /public']).not.toContain('401');
  expect(responses['DELETE /own']).toEqual(expect.arrayContaining(['200', '401', '403']));
  expect(responses['GET /own']).not.toContain('403');
});

test('no shared cache keeps what somebody reads who is signed in', async () => {
  const app = await testApp();
  const { headers } = await signIn(app);
  const response = await app.inject({ url: '/auth/sessions', headers });
  expect(response.headers['cache-control']).toBe('private, no-cache');
});

test('a session that cannot be checked does not count', async () => {
  const app = await trialServer({ SESSION_CHECK_SECONDS: '0' });
  const { headers } = await signIn(app);
  const { users } = app;
  const findById = users.findById;
  users.findById = () => Promise.reject(Object.assign(new Error('away'), { code: 'ECONNREFUSED' }));
  try {
    expectProblem(await app.inject({ url: '/auth/sessions', headers }), 503, 'unavailable');
  } finally {
    users.findById = findById;
  }
  await app.close();
});
