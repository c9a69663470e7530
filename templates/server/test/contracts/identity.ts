import type { FastifyInstance, RouteOptions } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { expectProblem } from '../helpers/expect-problem.ts';
import { resetDatabase } from '../helpers/reset-database.ts';
import { signIn } from '../helpers/sign-in.ts';
import { testApp } from '../helpers/test-app.ts';

export interface IdentityProvider {
  /** A server of its own, over the data of the test server, that still takes routes. */
  start(): Promise<FastifyInstance>;
  /** The header that says who calls. */
  credential: 'authorization' | 'cookie';
}

/** What a provider of `identity` must do, whichever it is. Its own tests call this. */
export function identityContract({ start, credential }: IdentityProvider) {
  describe('the contract of identity', () => {
    const routes = new Map<string, RouteOptions>();
    let main: FastifyInstance;
    let app: FastifyInstance;
    let member: Awaited<ReturnType<typeof signIn>>;
    let admin: Awaited<ReturnType<typeof signIn>>;

    beforeAll(async () => {
      main = await testApp();
      app = await start();
      app.addHook('onRoute', (route) => void routes.set(route.url, route));
      const { requireIdentity, requireAdmin } = app;
      const schema = { response: { 200: {} } };
      app.get('/open', { schema }, async (request) => ({ user: request.identity.userId }));
      app.get('/members', { schema, onRequest: requireIdentity }, async (r) => r.identity);
      app.get('/admins', { schema, onRequest: [requireAdmin] }, async (r) => r.identity);
      app.get('/undocumented', { onRequest: requireIdentity }, async () => ({}));
    });
    afterAll(() => app.close());
    afterEach(() => {
      vi.useRealTimers();
    });
    beforeEach(async () => {
      await resetDatabase(main);
      admin = await signIn(app, { role: 'admin' });
      member = await signIn(app);
    });

    const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });
    const later = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });

    test('nobody is asked to sign in', async () => {
      expectProblem(await get('/members'), 401, 'unauthenticated');
      expectProblem(await get('/admins'), 401, 'unauthenticated');
    });

    test('a route for the signed-in knows who calls', async () => {
      for (const { userId, headers } of [member, admin]) {
        const response = await get('/members', headers);
        expect(response.statusCode).toBe(200);
        expect(response.json()).toMatchObject({ userId });
      }
    });

    test('a route for admins lets admins in and forbids members', async () => {
      const { userId, headers } = admin;
      expect((await get('/admins', headers)).json()).toMatchObject({ userId, role: 'admin' });
      expectProblem(await get('/admins', member.headers), 403, 'forbidden');
    });

    test('where nobody is required, nobody is known', async () => {
      expectProblem(await get('/open', member.headers), 401, 'unauthenticated');
    });

    test('an admin who is made a member loses the rights at once', async () => {
      const other = await signIn(app, { role: 'admin' });
      expect((await get('/admins', other.headers)).statusCode).toBe(200);
      await main.users.update(other.userId, { role: 'member' });
      expectProblem(await get('/admins', other.headers), 403, 'forbidden');
      const { json } = await get('/members', other.headers);
      expect(json()).toMatchObject({ userId: other.userId, role: 'member' });
    });

    test('somebody who is deleted is nobody at once', async () => {
      expect((await get('/members', member.headers)).statusCode).toBe(200);
      await main.users.delete(member.userId);
      expectProblem(await get('/members', member.headers), 401, 'unauthenticated');
    });

    test('a credential does not last for ever', async () => {
      expect((await get('/members', member.headers)).statusCode).toBe(200);
      // Longer than any provider may be told to keep one.
      later(731 * 86_400_000);
      expectProblem(await get('/members', member.headers), 401, 'unauthenticated');
    });

    test.each<[string, (credential: string) => string]>([
      ['with one character changed', (value) => withOther(value, value.length - 20)],
      ['with its last but one character changed', (value) => withOther(value, value.length - 2)],
      ['that lacks its end', (value) => value.slice(0, -1)],
      ['that goes on', (value) => `${value}A`],
      ['that is only begun', (value) => value.slice(0, 12)],
      ['that is empty', () => ''],
      ['that is very long', (value) => `${value}${'A'.repeat(4000)}`],
    ])('a credential %s is worth nothing', async (_, change) => {
      expect((await get('/members', member.headers)).statusCode).toBe(200);
      const changed = { ...member.headers, [credential]: change(member.headers[credential] ?? '') };
      expectProblem(await get('/members', changed), 401, 'unauthenticated');
    });

    test('the schema of a protected route says so, and no other', () => {
      const security = [{ [app.identityScheme.name]: [] }];
      const schemaOf = (url: string) => routes.get(url)?.schema;
      expect(schemaOf('/members')).toMatchObject({ security, response: { 401: {} } });
      expect(schemaOf('/admins')).toMatchObject({ security, response: { 401: {}, 403: {} } });
      expect(schemaOf('/members')?.response).not.toHaveProperty('403');
      expect(schemaOf('/open')).not.toHaveProperty('security');
      expect(schemaOf('/open')?.response).not.toHaveProperty('401');
      expect(schemaOf('/undocumented')).toBeUndefined();
    });
  });
}

const withOther = (text: string, at: number) =>
  `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
