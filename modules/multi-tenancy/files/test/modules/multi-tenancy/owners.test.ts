import { beforeEach, describe, expect, test } from 'vitest';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { testApp } from '../../helpers/test-app.ts';
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

describe('of all owners one stays', () => {
  const leave = (who: Person) => send(who, 'DELETE', `/tenants/${id}/members/me`);

  test.each([
    ['leaves', () => leave(ann)],
    ['is removed', () => send(ann, 'DELETE', `/tenants/${id}/members/${ann.userId}`)],
    [
      'becomes a member',
      () => send(ann, 'PATCH', `/tenants/${id}/members/${ann.userId}`, { role: 'member' }),
    ],
    ['deletes the account', () => send(ann, 'DELETE', '/users/me')],
  ])('the only one never %s, and one of two does', async (_, go) => {
    expectProblem(await go(), 409, 'last-owner');
    await invite('owner');
    expectProblem(await go(), 409, 'last-owner');
    await accept(ben);
    expect((await go()).statusCode).toBeLessThan(300);
    expectProblem(await leave(ben), 409, 'last-owner');
  });

  test('also when both leave at once', async () => {
    await join(ben, 'ben@example.com', 'owner');
    const statuses = (await Promise.all([leave(ann), leave(ben)])).map((each) => each.statusCode);
    expect(statuses.toSorted()).toEqual([204, 409]);
  });

  test('who own nothing delete their account, and are gone from their tenants', async () => {
    await join(ben, 'ben@example.com', 'admin');
    expect((await send(ben, 'DELETE', '/users/me')).statusCode).toBe(204);
    expect((await send(ann, 'GET', `/tenants/${id}/members`)).json().items).toHaveLength(1);
  });
});
