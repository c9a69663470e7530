import { beforeEach, describe, expect, test } from 'vitest';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { startTestApp, testApp } from '../../helpers/test-app.ts';
import { newCompany, type Person, sender } from './company.ts';

const app = await testApp();
const send = sender(app);
let company: Awaited<ReturnType<typeof newCompany>>;
let ann: Person;
let ben: Person;
let id: string;

beforeEach(async () => {
  company = await newCompany(app);
  ({ ann, ben, id } = company);
});

const invite = (...args: Parameters<typeof company.invite>) => company.invite(...args);
const accept = (who: Person) => company.accept(who);
const join = (...args: Parameters<typeof company.join>) => company.join(...args);

describe('members', () => {
  test('are invited, accept, and are listed', async () => {
    expect((await invite('member')).json()).toMatchObject({ userId: ben.userId, accepted: false });
    expect((await send(ben, 'GET', '/tenants')).json().items).toMatchObject([
      { id, accepted: false },
    ]);
    expectProblem(await send(ben, 'GET', `/tenants/${id}`), 404, 'not-found');
    expect((await accept(ben)).json()).toMatchObject({ id, accepted: true, role: 'member' });
    const { items } = (await send(ben, 'GET', `/tenants/${id}/members`)).json();
    expect(items).toMatchObject([
      { userId: ann.userId, email: 'ann@example.com', role: 'owner' },
      { userId: ben.userId, email: 'ben@example.com', role: 'member' },
    ]);
    const page = (await send(ben, 'GET', `/tenants/${id}/members?limit=1`)).json();
    const next = `/tenants/${id}/members?cursor=${page.nextCursor}`;
    expect((await send(ben, 'GET', next)).json().items).toEqual(items.slice(1));
  });

  test('are people with accounts, each once, who were invited', async () => {
    expectProblem(await invite('member', 'nobody@example.com'), 422, 'unknown-user');
    await invite('member');
    expectProblem(await invite('admin'), 409, 'member-already');
    const eve = await signIn(app);
    expectProblem(await accept(eve), 404, 'not-found');
    expectProblem(await send(eve, 'DELETE', `/tenants/${id}/members/me`), 404, 'not-found');
  });

  test('decline and leave', async () => {
    await invite('member');
    expect((await send(ben, 'DELETE', `/tenants/${id}/members/me`)).statusCode).toBe(204);
    expectProblem(await accept(ben), 404, 'not-found');
    await join(ben, 'ben@example.com', 'admin');
    expect((await send(ben, 'DELETE', `/tenants/${id}/members/me`)).statusCode).toBe(204);
    expectProblem(await send(ben, 'GET', `/tenants/${id}`), 404, 'not-found');
  });

  test('are managed by admins, who are managed by owners', async () => {
    const cat = await signIn(app, { email: 'cat@example.com' });
    await join(ben, 'ben@example.com', 'admin');
    await join(cat, 'cat@example.com', 'member');
    const one = (who: Person) => `/tenants/${id}/members/${who.userId}`;
    expectProblem(await send(cat, 'PATCH', one(cat), { role: 'admin' }), 403, 'forbidden');
    expectProblem(await send(ben, 'PATCH', one(cat), { role: 'admin' }), 403, 'forbidden');
    expectProblem(await send(ben, 'PATCH', one(ben), { role: 'owner' }), 403, 'forbidden');
    expectProblem(await send(ben, 'DELETE', one(ann)), 403, 'forbidden');
    expectProblem(await invite('owner', 'dan@example.com', ben), 422, 'unknown-user');
    await signIn(app, { email: 'dan@example.com' });
    expectProblem(await invite('owner', 'dan@example.com', ben), 403, 'forbidden');
    expectProblem(await invite('member', 'dan@example.com', cat), 403, 'forbidden');
    expect((await send(ben, 'DELETE', one(cat))).statusCode).toBe(204);
    expectProblem(await send(ben, 'DELETE', one(cat)), 404, 'not-found');
    expect((await send(ann, 'PATCH', one(ben), { role: 'owner' })).json()).toMatchObject({
      role: 'owner',
    });
  });

  test('are of a limited number', async () => {
    const small = await startTestApp({ MEMBERS_PER_TENANT: '1', PGLITE_DIR: 'memory://' });
    const { headers } = await signIn(small, { email: 'only@example.com' });
    await signIn(small, { email: 'more@example.com' });
    const payload = { slug: 'small', name: 'Small' };
    const made = await small.inject({ method: 'POST', url: '/tenants', headers, payload });
    const invited = await small.inject({
      method: 'POST',
      url: `/tenants/${made.json().id}/members`,
      headers,
      payload: { email: 'more@example.com', role: 'member' },
    });
    expectProblem(invited, 409, 'too-many-members');
    await small.close();
  }, 60_000);
});
