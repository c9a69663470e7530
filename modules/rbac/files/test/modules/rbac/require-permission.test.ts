import type { RouteOptions } from 'fastify';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { roleGrants } from '../../../src/modules/rbac/table.ts';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { signInAs } from '../../helpers/sign-in-as.ts';
import { permission, roleServer } from './role-server.ts';

const { app, main } = await roleServer({ ROLE_CHECK_SECONDS: '0' });
const routes = new Map<string, RouteOptions>();
const [read, write] = [permission('notes:read'), permission('notes:write')];
const schema = { response: { 200: {} } };

app.addHook('onRoute', (route) => void routes.set(route.url, route));
app.get('/notes', { schema, onRequest: app.requirePermission(read) }, async () => ({}));
app.get('/drafts', { schema, onRequest: [app.requirePermission(write)] }, async () => ({}));
app.get('/undocumented', { onRequest: app.requirePermission(write) }, async () => ({}));
app.get('/mine', { schema, onRequest: app.requireIdentity }, async (request) => ({
  may: await request.can(write),
}));
app.get('/open', async (request) => ({ may: await request.can(write) }));

afterAll(() => app.close());
beforeEach(() => resetDatabase(main));

const get = (url: string, headers = {}) => app.inject({ url, headers });

test.each([
  ['editor', 200, 200],
  ['reader', 200, 403],
])(
  'a holder of %s gets %i where notes are read, %i where they are written',
  async (role, ...statuses) => {
    const { headers } = await signInAs(main, role);
    const answers = [await get('/notes', headers), await get('/drafts', headers)];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(statuses);
  },
);

test('who has no role hears which permission it takes, who is nobody to sign in', async () => {
  const { headers } = await signIn(main);
  const refused = await get('/notes', headers);
  expectProblem(refused, 403, 'forbidden');
  expect(refused.json().detail).toContain('notes:read');
  expectProblem(await get('/undocumented', headers), 403, 'forbidden');
  expectProblem(await get('/notes'), 401, 'unauthenticated');
});

test('admins may everything without a role', async () => {
  const { headers } = await signIn(main, { role: 'admin' });
  expect((await get('/drafts', headers)).statusCode).toBe(200);
  expect((await get('/mine', headers)).json()).toEqual({ may: true });
});

test('a handler can ask, as long as somebody is signed in', async () => {
  const [editor, reader] = [await signInAs(main, 'editor'), await signInAs(main, 'reader')];
  expect((await get('/mine', editor.headers)).json()).toEqual({ may: true });
  expect((await get('/mine', reader.headers)).json()).toEqual({ may: false });
  expectProblem(await get('/open', editor.headers), 401, 'unauthenticated');
});

test.each(['retired', 'constructor'])(
  'the role %s, which the policy lacks, permits nothing',
  async (role) => {
    const { headers } = await signInAs(main, role);
    expectProblem(await get('/notes', headers), 403, 'forbidden');
  },
);

test('a role that the database has lost is lost', async () => {
  const { headers } = await signInAs(main, 'editor');
  expect((await get('/notes', headers)).statusCode).toBe(200);
  await main.db.delete(roleGrants);
  expectProblem(await get('/notes', headers), 403, 'forbidden');
});

test('the schema of a guarded route says what it takes', () => {
  expect(routes.get('/drafts')?.schema).toMatchObject({
    description: 'Takes the permission `notes:write`.',
    security: [{ [app.identityScheme.name]: [] }],
    response: { 200: {}, 401: {}, 403: {} },
  });
  expect(routes.get('/undocumented')?.schema).toBeUndefined();
  expect(routes.get('/mine')?.schema).not.toHaveProperty('description');
});
