import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { addMember } from '../../helpers/tenancy/add-member.ts';
import { anotherTenant } from '../../helpers/tenancy/another-tenant.ts';
import { probeApp } from './probes.ts';

type Caller = { headers: Record<string, string> };

const app = await probeApp();
let a: Awaited<ReturnType<typeof anotherTenant>>;
let b: typeof a;

beforeEach(async () => {
  await resetDatabase(app);
  a = await anotherTenant(app);
  b = await anotherTenant(app);
});

const namesOf = async ({ headers }: Caller) =>
  (await app.inject({ url: '/probes', headers })).json<string[]>();
const post = (path: string, name: string, { headers }: Caller = a) =>
  app.inject({ method: 'POST', url: path, headers, query: { name } });
describe('the tenant of a request', () => {
  test('is one of the caller, named by slug or id in any case', async () => {
    await post('/probes', 'mine');
    for (const name of [a.slug, a.slug.toUpperCase(), a.tenantId, a.tenantId.toUpperCase()])
      expect(await namesOf({ headers: { ...a.headers, 'x-tenant': name } })).toEqual(['mine']);
  });

  test.each([
    ['the id of another', () => b.tenantId],
    ['the slug of another', () => b.slug],
    ['an unknown id', () => '019370c8-0000-7000-8000-000000000000'],
    ['two', () => `${a.slug}, ${b.slug}`],
    ['nothing', () => ''],
    ['SQL', () => `'; reset role; select set_config('app.tenant_id', '${b.tenantId}', false); --`],
    ['a wildcard', () => '%'],
  ])('is never %s', async (_, name) => {
    await post('/probes', 'theirs', b);
    const headers = { ...a.headers, 'x-tenant': name() };
    expectProblem(await app.inject({ url: '/probes', headers }), 404, 'unknown-tenant');
    expectProblem(await post('/probes', 'forged', { headers }), 404, 'unknown-tenant');
    expect(await namesOf(b)).toEqual(['theirs']);
  });

  test('is the only one of those who do not name it, and has to be named by others', async () => {
    await post('/probes', 'mine');
    const { 'x-tenant': _, ...headers } = a.headers;
    expect(await namesOf({ headers })).toEqual(['mine']);
    await addMember(app, { tenantId: b.tenantId, userId: a.userId });
    expectProblem(await app.inject({ url: '/probes', headers }), 400, 'tenant-required');
    const { headers: lonely } = await signIn(app);
    expectProblem(await app.inject({ url: '/probes', headers: lonely }), 400, 'tenant-required');
  });

  test('is none for those who have not signed in', async () => {
    expectProblem(await app.inject({ url: '/probes', headers: { 'x-tenant': a.slug } }), 401);
  });

  test('is closed at once to a member who is removed, and to one who has only been invited', async () => {
    const guest = await signIn(app);
    const headers = { ...guest.headers, 'x-tenant': a.slug };
    await addMember(app, { tenantId: a.tenantId, userId: guest.userId });
    expect((await app.inject({ url: '/probes', headers })).statusCode).toBe(200);
    await app.db.execute(sql`update tenant_memberships set accepted_at = null
      where user_id = ${guest.userId}`);
    expectProblem(await app.inject({ url: '/probes', headers }), 404, 'unknown-tenant');
    await app.db.execute(sql`delete from tenant_memberships where user_id = ${guest.userId}`);
    expectProblem(await app.inject({ url: '/probes', headers }), 404, 'unknown-tenant');
  });

  test('knows its own admins, and no others', async () => {
    const platformAdmin = await signIn(app, { role: 'admin' });
    const as = ({ headers }: Caller) =>
      app.inject({ url: '/probes/admin', headers: { ...headers, 'x-tenant': a.slug } });
    expect((await as(a)).statusCode).toBe(200);
    expectProblem(await as(platformAdmin), 404, 'unknown-tenant');
    await addMember(app, { tenantId: a.tenantId, userId: platformAdmin.userId });
    expectProblem(await as(platformAdmin), 403, 'forbidden');
    const me = await app.inject({
      url: '/probes/me',
      headers: { ...platformAdmin.headers, 'x-tenant': a.slug },
    });
    expect(me.json()).toEqual({
      tenant: { id: a.tenantId, role: 'member' },
      member: { userId: platformAdmin.userId, role: 'member' },
    });
  });
});

describe('visitors', () => {
  const visit = (headers: Record<string, string>) => app.inject({ url: '/probes/open', headers });

  test('are let into public tenants, by slug', async () => {
    await post('/probes', 'shown');
    expect((await visit({ 'x-tenant': a.slug })).json()).toEqual({
      role: 'visitor',
      names: ['shown'],
    });
    expectProblem(await visit({ 'x-tenant': a.tenantId }), 401);
    expectProblem(await visit({}), 401);
  });

  test('are kept out of others, unless they are members', async () => {
    await app.db.execute(sql`update tenants set is_public = false`);
    expectProblem(await visit({ 'x-tenant': a.slug }), 401);
    expect((await visit(a.headers)).json()).toMatchObject({ role: 'owner' });
    expectProblem(await visit({ ...b.headers, 'x-tenant': a.slug }), 404, 'unknown-tenant');
  });

  test('may be signed in', async () => {
    const { headers } = await signIn(app);
    const response = await visit({ ...headers, 'x-tenant': a.slug });
    expect(response.json()).toMatchObject({ role: 'visitor' });
    expectProblem(await visit({ authorization: 'Bearer x', 'x-tenant': a.slug }), 401);
  });
});
