import { beforeEach, describe, expect, test } from 'vitest';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { testApp } from '../../helpers/test-app.ts';
import { formOf, png } from './form-of.ts';
import { rowsOf } from './rows-of.ts';

type Person = Awaited<ReturnType<typeof signIn>>;
const app = await testApp();
const nobodys = '019370c8-0000-7000-8000-000000000000';
let jane: Person;
let john: Person;
let admin: Person;

beforeEach(async () => {
  await resetDatabase(app);
  jane = await signIn(app);
  john = await signIn(app);
  admin = await signIn(app, { role: 'admin' });
});

async function upload(visibility = 'private', { headers } = jane) {
  const form = formOf(png, { fields: { visibility } });
  const response = await app.inject({
    method: 'POST',
    url: '/files',
    headers: { ...headers, ...form.headers },
    payload: form.payload,
  });
  expect(response.statusCode).toBe(201);
  return response.json();
}
const get = (url: string, person?: Person) =>
  app.inject({ url, ...(person && { headers: person.headers }) });
const patch = (id: string, payload: object, { headers } = jane) =>
  app.inject({ method: 'PATCH', url: `/files/${id}`, headers, payload });
const remove = (id: string, { headers } = jane) =>
  app.inject({ method: 'DELETE', url: `/files/${id}`, headers });

describe('private files of others', () => {
  test.each(['', '/content'])('are as good as none: %s', async (path) => {
    const { id } = await upload();
    for (const each of [id, nobodys]) {
      expectProblem(await get(`/files/${each}${path}`, john), 404, 'not-found');
      expectProblem(await get(`/files/${each}${path}`), 401, 'unauthenticated');
    }
    for (const person of [jane, admin])
      expect((await get(`/files/${id}${path}`, person)).statusCode).toBe(200);
  });

  test.each(['private', 'public'])('do not change, %s or not', async (visibility) => {
    const { id } = await upload(visibility);
    expectProblem(await patch(id, { name: 'mine.png' }, john), 404, 'not-found');
    expectProblem(await remove(id, john), 404, 'not-found');
    expectProblem(await app.inject({ method: 'DELETE', url: `/files/${id}` }), 401);
    expect((await get(`/files/${id}`, jane)).json().name).toBe('dot.png');
    expect((await patch(id, { name: 'x.png' }, admin)).json().name).toBe('x.png');
    expect((await remove(id, admin)).statusCode).toBe(204);
  });
});

test('public files are for everybody, and tell nothing of their owner', async () => {
  const { id } = await upload('public');
  const file = await get(`/files/${id}`);
  expect(file.statusCode).toBe(200);
  expect(file.body).not.toContain(jane.userId);
  const content = await get(`/files/${id}/content`);
  expect(content.headers).toMatchObject({
    'cache-control': 'public, no-cache',
    'cross-origin-resource-policy': 'cross-origin',
  });
  await patch(id, { visibility: 'private' });
  expectProblem(await get(`/files/${id}`), 401);
});

test('the list has one’s own, newest first, page by page', async () => {
  await upload('public', john);
  const ids: string[] = [];
  for (let i = 0; i < 3; i++) ids.unshift((await upload()).id);
  const first = (await get('/files?limit=2', jane)).json();
  const second = (await get(`/files?limit=2&cursor=${first.nextCursor}`, jane)).json();
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
  expect(second.nextCursor).toBeNull();
  expectProblem(await get('/files?limit=101', jane), 400, 'validation');
  expectProblem(await get('/files'), 401);
});

test.each([
  { name: '' },
  { name: ' ' },
  { name: 'a\u0000' },
  { name: 'x'.repeat(256) },
  { visibility: 'all' },
  { ownerId: nobodys },
  { type: 'text/html' },
  {},
])('the change %j is refused', async (change) => {
  const { id } = await upload();
  expectProblem(await patch(id, change), 400, 'validation');
});

test('a new name is cleaned as the first was', async () => {
  const { id } = await upload();
  expect((await patch(id, { name: '../a\u202eb.png' })).json().name).toBe('.._ab.png');
});

test('what is deleted is gone, object and row', async () => {
  const { id } = await upload();
  expect((await remove(id)).statusCode).toBe(204);
  for (const path of ['', '/content']) expectProblem(await get(`/files/${id}${path}`, jane), 404);
  expectProblem(await remove(id), 404);
  expectProblem(await patch(id, { name: 'x.png' }), 404);
  expect(await rowsOf(app)).toEqual([]);
  await expect(app.files.open(id)).rejects.toMatchObject({ statusCode: 503 });
});

test('other modules remove once, and change nothing after', async () => {
  const { id } = await upload();
  expect(await app.files.remove(id)).toBe(true);
  expect(await app.files.remove(id)).toBe(false);
});
