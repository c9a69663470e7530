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

describe('a tenant', () => {
  test('belongs to who creates it, and shows only to those who are in it', async () => {
    const tenant = (await send(ann, 'GET', `/tenants/${id}`)).json();
    expect(tenant).toEqual({
      id,
      slug: 'acme',
      name: 'Acme',
      isPublic: false,
      role: 'owner',
      accepted: true,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    });
    expect((await send(ann, 'GET', '/tenants')).json()).toEqual({
      items: [tenant],
      nextCursor: null,
    });
    expect((await send(ben, 'GET', '/tenants')).json()).toEqual({ items: [], nextCursor: null });
    expectProblem(await send(ben, 'GET', `/tenants/${id}`), 404, 'not-found');
    expectProblem(await send(ben, 'PATCH', `/tenants/${id}`, { name: 'x' }), 404, 'not-found');
    expectProblem(await send(ben, 'DELETE', `/tenants/${id}`), 404, 'not-found');
    expectProblem(await send(ben, 'GET', `/tenants/${id}/members`), 404, 'not-found');
    expectProblem(await app.inject('/tenants'), 401);
  });

  test('is one of ten that a person owns; those that others invite to do not count', async () => {
    expect((await company.invite('owner')).statusCode).toBe(201);
    const create = (slug: string) => send(ben, 'POST', '/tenants', { slug, name: slug });
    for (let n = 0; n < 10; n++) expect((await create(`shop-${n}`)).statusCode).toBe(201);
    expectProblem(await create('one-more'), 409, 'too-many-tenants');
  });

  test('is changed by its admins and deleted by its owners', async () => {
    const change = { name: 'Acme Ltd', slug: 'acme-ltd', isPublic: true };
    expect((await send(ann, 'PATCH', `/tenants/${id}`, change)).json()).toMatchObject(change);
    await company.join(ben, 'ben@example.com', 'member');
    expectProblem(await send(ben, 'PATCH', `/tenants/${id}`, { name: 'x' }), 403, 'forbidden');
    expectProblem(await send(ben, 'DELETE', `/tenants/${id}`), 403, 'forbidden');
    expect((await send(ann, 'DELETE', `/tenants/${id}`)).statusCode).toBe(204);
    expectProblem(await send(ann, 'GET', `/tenants/${id}`), 404, 'not-found');
  });

  test('has a slug of its own', async () => {
    const again = { slug: 'acme', name: 'Other' };
    expectProblem(await send(ben, 'POST', '/tenants', again), 409, 'slug-taken');
    const other = (await send(ben, 'POST', '/tenants', { slug: 'other', name: 'Other' })).json();
    const taken = await send(ben, 'PATCH', `/tenants/${other.id}`, { slug: 'acme' });
    expectProblem(taken, 409, 'slug-taken');
  });

  test.each([
    { slug: 'Acme', name: 'x' },
    { slug: '-acme', name: 'x' },
    { slug: 'a'.repeat(36), name: 'x' },
    { slug: '019370c8-0000-7000-8000-000000000000', name: 'x' },
    { slug: 'fine', name: '  ' },
    { slug: 'fine', name: 'x', isPublic: true },
    { name: 'x' },
  ])('is not made of %j', async (payload) => {
    expectProblem(await send(ben, 'POST', '/tenants', payload), 400, 'validation');
  });

  test('is one of a limited number, also when they are made at once', async () => {
    const make = (n: number) => send(ann, 'POST', '/tenants', { slug: `more-${n}`, name: 'More' });
    const made = await Promise.all(Array.from({ length: 11 }, (_, n) => make(n)));
    const statuses = made.map(({ statusCode }) => statusCode).toSorted();
    expect(statuses).toEqual([...Array(9).fill(201), 409, 409]);
    const first = (await send(ann, 'GET', '/tenants?limit=6')).json();
    const rest = (await send(ann, 'GET', `/tenants?limit=6&cursor=${first.nextCursor}`)).json();
    expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([6, 4, null]);
  });
});
