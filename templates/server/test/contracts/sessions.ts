import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { User } from '../../src/contracts/users.ts';
import { expectProblem } from '../helpers/expect-problem.ts';
import { resetDatabase } from '../helpers/reset-database.ts';
import { sessionHeaders } from '../helpers/session-headers.ts';
import { signIn } from '../helpers/sign-in.ts';
import { startSession } from '../helpers/start-session.ts';
import { testApp } from '../helpers/test-app.ts';

export interface SessionsProvider {
  /** A server of its own, over the data of the test server, that still takes routes. */
  start(): Promise<FastifyInstance>;
}

type Headers = Record<string, string>;
type Listed = { id: string; userAgent: string | null; current: boolean };

/** What a provider of `sessions` must do, whichever it is. Its own tests call this. */
export function sessionsContract({ start }: SessionsProvider) {
  describe('the contract of sessions', () => {
    let app: FastifyInstance;
    let other: FastifyInstance;
    let jane: User;
    let phone: Headers;
    let laptop: Headers;

    beforeAll(async () => {
      app = await testApp();
      other = await start();
      const schema = { response: { 200: { $ref: 'SignedIn#' } } };
      other.post('/sign-in-as-jane', { schema }, (_, reply) => other.sessions.start(reply, jane));
      other.post('/refuse-jane', { schema }, (_, reply) =>
        other.sessions.start(reply, jane, async () => {
          throw other.problem(401, 'refused', 'Not you.');
        }),
      );
    });
    afterAll(() => other.close());
    beforeEach(async () => {
      await resetDatabase(app);
      jane = await app.users.create({ email: 'jane@example.com', name: 'Jane' });
      phone = await startSession(app, jane, 'phone');
      laptop = await startSession(app, jane, 'laptop');
    });
    afterEach(() => {
      vi.useRealTimers();
    });

    const list = (headers: Headers = {}) => app.inject({ url: '/auth/sessions', headers });
    const itemsOf = async (headers: Headers): Promise<Listed[]> =>
      (await list(headers)).json().items;
    const post = (url: string, headers: Headers = {}) =>
      app.inject({ method: 'POST', url, headers });
    const end = (id: string, headers: Headers = {}) =>
      app.inject({ method: 'DELETE', url: `/auth/sessions/${id}`, headers });
    const idOf = async (headers: Headers) =>
      (await itemsOf(headers)).find(({ current }) => current)?.id ?? '';
    const later = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });

    describe('signing in', () => {
      const signInAsJane = (headers: Headers = {}) =>
        other.inject({ method: 'POST', url: '/sign-in-as-jane', headers });

      test('gives what opens a session, by the schema, and no cache keeps it', async () => {
        const response = await signInAsJane();
        expect(response.statusCode).toBe(200);
        expect(Object.keys(response.json())).not.toEqual([]);
        expect(response.headers['cache-control']).toBe('no-store');
        expect(await itemsOf(sessionHeaders(response))).toHaveLength(3);
      });

      test('gives another credential each time, whatever the client came with', async () => {
        const first = sessionHeaders(await signInAsJane());
        const second = sessionHeaders(await signInAsJane(first));
        for (const name of Object.keys(first)) expect(second[name]).not.toBe(first[name]);
      });

      test('does first what it is told to; when that throws, nobody is signed in or out', async () => {
        const signedIn = sessionHeaders(await signInAsJane());
        const response = await other.inject({
          method: 'POST',
          url: '/refuse-jane',
          headers: signedIn,
        });
        expectProblem(response, 401, 'refused');
        expect(response.headers).not.toHaveProperty('set-cookie');
        expect(await itemsOf(signedIn)).toHaveLength(3);
      });
    });

    describe('the list', () => {
      test('shows where somebody is signed in, and nothing of others', async () => {
        await signIn(app);
        const items = await itemsOf(phone);
        expect(items).toHaveLength(2);
        expect(items).toContainEqual({
          id: expect.any(String),
          userAgent: 'phone',
          createdAt: expect.any(String),
          lastUsedAt: expect.any(String),
          expiresAt: expect.any(String),
          current: true,
        });
        const laptops = expect.objectContaining({ userAgent: 'laptop', current: false });
        expect(items).toContainEqual(laptops);
      });

      test('cuts the name of a device to a sensible length', async () => {
        const headers = await startSession(app, jane, 'x'.repeat(5000));
        expect((await itemsOf(headers)).find(({ current }) => current)?.userAgent).toBe(
          'x'.repeat(300),
        );
      });
    });

    describe('logging out', () => {
      test('ends this session at once and no other', async () => {
        expect((await post('/auth/logout', phone)).statusCode).toBe(204);
        expectProblem(await list(phone), 401, 'unauthenticated');
        expectProblem(await post('/auth/logout', phone), 401, 'unauthenticated');
        expect(await itemsOf(laptop)).toHaveLength(1);
      });

      test('everywhere ends all sessions of this person only', async () => {
        const { headers } = await signIn(app);
        await list(laptop);
        expect((await post('/auth/logout-all', phone)).statusCode).toBe(204);
        expectProblem(await list(phone), 401);
        expectProblem(await list(laptop), 401);
        expect((await list(headers)).statusCode).toBe(200);
      });

      test('takes somebody who is signed in', async () => {
        for (const url of ['/auth/logout', '/auth/logout-all'])
          expectProblem(await post(url), 401, 'unauthenticated');
        expectProblem(await list(), 401, 'unauthenticated');
        expectProblem(await end(await idOf(phone)), 401, 'unauthenticated');
      });
    });

    describe('ending one session', () => {
      test('signs that device out', async () => {
        const id = await idOf(laptop);
        expect((await end(id.toUpperCase(), phone)).statusCode).toBe(204);
        expectProblem(await list(laptop), 401);
        expect(await itemsOf(phone)).toHaveLength(1);
      });

      test("never reaches somebody else's", async () => {
        const member = await signIn(app);
        const admin = await signIn(app, { role: 'admin' });
        const id = await idOf(laptop);
        expectProblem(await end(id, member.headers), 404, 'not-found');
        expectProblem(await end(id, admin.headers), 404, 'not-found');
        expect((await list(laptop)).statusCode).toBe(200);
      });

      test('needs an id', async () => {
        expectProblem(await end('not-an-id', phone), 400, 'validation');
      });
    });

    test('another module ends all sessions of somebody', async () => {
      const { headers } = await signIn(app);
      let meanwhile: ReturnType<typeof list> | undefined;
      await list(phone);
      await app.sessions.endAll(jane.id, async () => {
        // Still true, where the database answers before the transaction ends: it must be forgotten.
        meanwhile = list(laptop);
        await new Promise((resolve) => setTimeout(resolve, 100));
      });
      await meanwhile;
      expectProblem(await list(phone), 401);
      expectProblem(await list(laptop), 401);
      expect((await list(headers)).statusCode).toBe(200);
    });

    describe('work with which they end', () => {
      const john = { email: 'john@example.com', name: 'John' };

      test('is done', async () => {
        await app.sessions.endAll(jane.id, async (tx) => void (await app.users.create(john, tx)));
        expect(await app.users.findByEmail(john.email)).not.toBeNull();
        expectProblem(await list(phone), 401);
      });

      test('is undone when they cannot be ended', async () => {
        const ended = app.sessions.endAll(jane.id, async (tx) => {
          await app.users.create(john, tx);
          await tx.execute(sql`set transaction read only`);
        });
        await expect(ended).rejects.toThrow();
        expect(await app.users.findByEmail(john.email)).toBeNull();
        expect(await itemsOf(phone)).toHaveLength(2);
      });

      test('keeps them when it fails', async () => {
        const ended = app.sessions.endAll(jane.id, async () => {
          throw new Error('no');
        });
        await expect(ended).rejects.toThrow('no');
        expect(await itemsOf(phone)).toHaveLength(2);
      });
    });

    test('what another process ended counts for some seconds more, and no longer', async () => {
      const last = await itemsOf(phone);
      await other.sessions.endAll(jane.id);
      expect(last).toHaveLength(2);
      expect((await list(phone)).statusCode).toBe(200);
      later(5_001);
      expectProblem(await list(phone), 401);
    });
  });
}
