import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { User } from '../../../src/contracts/users.ts';
import { later, setClockRight } from '../../helpers/clock.ts';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { startSession } from '../../helpers/start-session.ts';
import { testApp } from '../../helpers/test-app.ts';
import { trialServer } from './trial-server.ts';

const app = await testApp();
const day = 86_400_000;
let jane: User;

beforeEach(async () => {
  await resetDatabase(app);
  jane = await app.users.create({ email: 'jane@example.com', name: 'Jane' });
});
afterEach(() => setClockRight(app));

const read = (headers: Record<string, string>, server = app) =>
  server.inject({ url: '/auth/sessions', headers });
const rows = async () => {
  const result: unknown = await app.db.execute(sql`select * from auth_cookie_sessions`);
  return (result as { rows: Record<string, unknown>[] }).rows;
};

test('a session that is not used for long ends', async () => {
  const headers = await startSession(app, jane);
  later(31 * day);
  expectProblem(await read(headers), 401, 'unauthenticated');
});

test('an expired session does not count while it waits to be deleted', async () => {
  const headers = await startSession(app, jane);
  later(31 * day);
  expect(await rows()).toHaveLength(1);
  expectProblem(await read(headers), 401);
});

test('a session that is used goes on, but not for ever', async () => {
  const headers = await startSession(app, jane);
  for (const _month of [1, 2, 3]) {
    later(29 * day);
    expect((await read(headers)).statusCode).toBe(200);
  }
  later(4 * day);
  expectProblem(await read(headers), 401);
});

test('use is noted once a minute at most', async () => {
  const headers = await startSession(app, jane);
  const lastUsed = async () => (await read(headers)).json().items[0].lastUsedAt;
  const first = await lastUsed();
  later(30_000);
  expect(await lastUsed()).toBe(first);
  later(31_000);
  expect(Date.parse(await lastUsed()) - Date.parse(first)).toBeGreaterThanOrEqual(61_000);
});

test('a server that is told to asks the database each time', async () => {
  const strict = await trialServer({ SESSION_CHECK_SECONDS: '0' });
  const headers = await startSession(app, jane);
  expect((await read(headers, strict)).statusCode).toBe(200);
  await app.sessions.endAll(jane.id);
  expectProblem(await read(headers, strict), 401);
  await strict.close();
});

test('expired sessions leave the database when others come', async () => {
  await startSession(app, jane);
  later(31 * day);
  await startSession(app, jane);
  expect(await rows()).toHaveLength(1);
});

test('somebody has at most 50 sessions: the longest unused makes room', async () => {
  const first = await startSession(app, jane);
  for (let i = 0; i < 50; i++) await startSession(app, jane);
  expect(await rows()).toHaveLength(50);
  expectProblem(await read(first), 401);
});

test('the database holds nothing that opens a session', async () => {
  const { cookie = '' } = await startSession(app, jane);
  const [stored] = await rows();
  expect(JSON.stringify(stored)).not.toContain(cookie.slice(cookie.indexOf('=') + 1));
  expectProblem(await read({ cookie: `session=${stored?.token_hash}` }), 401);
});

test('sessions go with their user', async () => {
  const { userId } = await signIn(app);
  expect(await rows()).toHaveLength(1);
  await app.users.delete(userId);
  expect(await rows()).toEqual([]);
});
