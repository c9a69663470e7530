import { beforeEach, describe, expect, test } from 'vitest';
import type { User } from '../../../src/contracts/users.ts';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { sessionHeaders } from '../../helpers/session-headers.ts';
import { startSession } from '../../helpers/start-session.ts';
import { testApp } from '../../helpers/test-app.ts';
import { trialServer } from './trial-server.ts';

const main = await testApp();
let jane: User;
let john: User;

beforeEach(async () => {
  await resetDatabase(main);
  jane = await main.users.create({ email: 'jane@example.com', name: 'Jane' });
  john = await main.users.create({ email: 'john@example.com', name: 'John' });
});

async function serverWithSignIn(env: NodeJS.ProcessEnv = {}) {
  const app = await trialServer(env);
  const schema = { response: { 200: { $ref: 'SignedIn#' } } };
  app.post('/sign-in', { schema }, (_, reply) => app.sessions.start(reply, jane));
  return app;
}
const app = await serverWithSignIn();
const production = await serverWithSignIn({ NODE_ENV: 'production' });

const signInWith = (headers = {}, server = app) =>
  server.inject({ method: 'POST', url: '/sign-in', headers });
const me = async (cookie: string) => {
  const response = await main.inject({ url: '/users/me', headers: { cookie } });
  return response.statusCode === 200 ? response.json().email : response.statusCode;
};

describe('the cookie', () => {
  test('in production is bound to this host and to TLS, and no script reads it', async () => {
    const { headers } = await signInWith({}, production);
    expect(headers['set-cookie']).toMatch(
      /^__Host-session=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect(production.identityScheme.scheme).toMatchObject({
      type: 'apiKey',
      in: 'cookie',
      name: '__Host-session',
    });
  });

  test('elsewhere works without TLS', async () => {
    const { headers } = await signInWith();
    expect(headers['set-cookie']).toMatch(
      /^session=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  test('lasts as long as the session can', async () => {
    const response = await signInWith();
    const seconds = Number(/Max-Age=(\d+)/.exec(String(response.headers['set-cookie']))?.[1]);
    expect(seconds).toBeGreaterThan(90 * 86_400 - 60);
    expect(Date.parse(response.json().expiresAt) - Date.now()).toBeLessThan(90 * 86_400_000 + 1);
    expect(seconds).toBeLessThanOrEqual(90 * 86_400);
  });

  test.each([
    ['/auth/logout', 'POST'],
    ['/auth/logout-all', 'POST'],
  ] as const)('is taken away by %s', async (url, method) => {
    const headers = await startSession(main, jane);
    const response = await main.inject({ method, url, headers });
    expect(response.headers['set-cookie']).toBe(
      'session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax',
    );
  });

  test('is taken away when this session is ended in the list, and not with another', async () => {
    const [headers] = [await startSession(main, jane, 'phone'), await startSession(main, jane)];
    const { items } = (await main.inject({ url: '/auth/sessions', headers })).json();
    const end = ({ id }: { id: string }) =>
      main.inject({ method: 'DELETE', url: `/auth/sessions/${id}`, headers });
    const isCurrent = ({ current }: { current: boolean }) => current;
    const others = await end(items.find((item: { current: boolean }) => !isCurrent(item)));
    expect(others.headers).not.toHaveProperty('set-cookie');
    const own = await end(items.find(isCurrent));
    expect(own.headers['set-cookie']).toContain('Max-Age=0');
  });

  test('is found among others', async () => {
    const { cookie } = await startSession(main, jane);
    expect(await me(`theme=dark; ${cookie}; notsession=x; session2=y`)).toBe(jane.email);
  });
});

describe('session fixation', () => {
  const planted = `session=${'A'.repeat(43)}`;

  test('a token that the server did not make never opens a session', async () => {
    const response = await signInWith({ cookie: planted });
    expect(sessionHeaders(response).cookie).not.toBe(planted);
    expect(await me(planted)).toBe(401);
  });

  test('a session that somebody planted ends when its victim signs in', async () => {
    const mallory = await startSession(main, john);
    const response = await signInWith(mallory);
    expect(await me(sessionHeaders(response).cookie ?? '')).toBe(jane.email);
    const again = { url: '/auth/sessions', headers: mallory };
    expectProblem(await app.inject(again), 401, 'unauthenticated');
  });
});

describe('cookie tossing', () => {
  test('of two session cookies none counts, in any order', async () => {
    const mine = (await startSession(main, jane)).cookie;
    const tossed = (await startSession(main, john)).cookie;
    expect(await me(`${mine}; ${tossed}`)).toBe(401);
    expect(await me(`${tossed}; ${mine}`)).toBe(401);
    expect(await me(`${mine}; ${mine}`)).toBe(401);
    expect(await me(`${mine}`)).toBe(jane.email);
  });

  test('a cookie without the prefix is none in production', async () => {
    const { cookie = '' } = sessionHeaders(await signInWith({}, production));
    const list = (own: string) =>
      production.inject({ url: '/auth/sessions', headers: { cookie: own } });
    expect((await list(cookie)).statusCode).toBe(200);
    expect((await list(cookie.replace('__Host-', ''))).statusCode).toBe(401);
    expect((await list(`${cookie}; session=${'A'.repeat(43)}`)).statusCode).toBe(200);
  });
});

test.each([
  'session',
  'session=',
  'session=""',
  `session="${'A'.repeat(43)}"`,
  `session=${'A'.repeat(42)}%00`,
  `SESSION=${'A'.repeat(43)}`,
  ';;;=;',
  `session=' or 1=1 --${'A'.repeat(31)}`,
])('the cookie header %s opens nothing', async (cookie) => {
  expect(await me(cookie)).toBe(401);
});
