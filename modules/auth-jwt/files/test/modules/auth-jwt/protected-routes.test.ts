import Fastify, { type FastifyInstance, type RouteOptions } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import authJwt from '../../../src/modules/auth-jwt/index.ts';
import base from '../../../src/modules/base/index.ts';
import { serverOptions } from '../../../src/modules/base/server-options.ts';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { testApp } from '../../helpers/test-app.ts';

const main = await testApp();
const routes = new Map<string, RouteOptions>();
let app: FastifyInstance;

/** A second server over the same data, with routes of its own. */
async function start(extra: NodeJS.ProcessEnv) {
  const env: NodeJS.ProcessEnv = { ...process.env, LOG_LEVEL: 'silent', ...extra };
  const server = Fastify(serverOptions(env));
  await server.register(base, { env });
  server.decorate('db', main.db).decorate('users', main.users);
  await server.register(authJwt, { env });
  return server;
}

beforeAll(async () => {
  app = await start({});
  app.addHook('onRoute', (route) => void routes.set(route.url, route));
  const schema = { response: { 200: {} } };
  app.get('/open', { schema }, async (request) => ({ user: request.identity.userId }));
  app.get('/members', { schema, onRequest: app.requireIdentity }, async ({ identity }) => identity);
  app.get('/admins', { schema, onRequest: [app.requireAdmin] }, async ({ identity }) => identity);
  app.get('/undocumented', { onRequest: app.requireIdentity }, async () => ({}));
});
afterAll(() => app.close());
beforeEach(() => resetDatabase(main));

test('a route for the signed-in knows who calls', async () => {
  const { userId, headers } = await signIn(main);
  const response = await app.inject({ url: '/members', headers });
  expect(response.json()).toMatchObject({ userId, role: 'member' });
});

test('a route for admins lets admins in, forbids members and asks others to sign in', async () => {
  const admin = await signIn(main, { role: 'admin' });
  const member = await signIn(main);
  const get = (headers = {}) => app.inject({ url: '/admins', headers });
  expect((await get(admin.headers)).json()).toMatchObject({ userId: admin.userId, role: 'admin' });
  expectProblem(await get(member.headers), 403, 'forbidden');
  expectProblem(await get(), 401, 'unauthenticated');
});

test('a changed role counts at once', async () => {
  await signIn(main, { role: 'admin' }); // One admin must stay.
  const { userId, headers } = await signIn(app, { role: 'admin' });
  expect((await app.inject({ url: '/admins', headers })).statusCode).toBe(200);
  await main.users.update(userId, { role: 'member' });
  expectProblem(await app.inject({ url: '/admins', headers }), 403, 'forbidden');
});

test('where nobody is required, nobody is known', async () => {
  const { headers } = await signIn(main);
  expectProblem(await app.inject({ url: '/open', headers }), 401, 'unauthenticated');
});

test('the schema of a protected route says so', () => {
  const security = [{ bearerAuth: [] }];
  expect(app.identityScheme.name).toBe('bearerAuth');
  expect(routes.get('/members')?.schema).toMatchObject({ security, response: { 401: {} } });
  expect(routes.get('/admins')?.schema).toMatchObject({ security, response: { 401: {}, 403: {} } });
  expect(routes.get('/members')?.schema?.response).not.toHaveProperty('403');
  expect(routes.get('/open')?.schema).not.toHaveProperty('security');
  expect(routes.get('/open')?.schema?.response).not.toHaveProperty('401');
  expect(routes.get('/undocumented')?.schema).toBeUndefined();
});

test('a server in production does not start without a secret', async () => {
  const start1 = start({ NODE_ENV: 'production', JWT_SECRET: '' });
  await expect(start1).rejects.toThrow('The environment variable JWT_SECRET is missing.');
});

test('a secret that is too short does not start either', async () => {
  await expect(start({ JWT_SECRET: 'short' })).rejects.toThrow('JWT_SECRET must not have fewer');
});

test('without a secret, tokens of one start mean nothing to the next', async () => {
  const [first, second] = [await start({ JWT_SECRET: '' }), await start({ JWT_SECRET: '' })];
  const { headers } = await signIn(first);
  expect((await first.inject({ url: '/auth/sessions', headers })).statusCode).toBe(200);
  expectProblem(await second.inject({ url: '/auth/sessions', headers }), 401);
  await Promise.all([first.close(), second.close()]);
});
