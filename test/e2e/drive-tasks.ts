import { expect } from 'vitest';
import { httpClient } from './http-client.ts';
import type { Served } from './served.ts';
import { expectStatus } from './sign-up.ts';

/** A to-do list that anybody may use: nothing of accounts is left in it. */
export async function driveTasks({ url }: Served): Promise<void> {
  const anybody = httpClient(url);
  const task = expectStatus(await anybody('POST', '/tasks', { title: 'Buy tea' }), 201);
  expect(task.body).toMatchObject({ title: 'Buy tea', done: false });
  expect(task.body).not.toHaveProperty('ownerId');

  const path = `/tasks/${task.body.id}`;
  expectStatus(await anybody('PATCH', path, { done: true }), 200);
  const done = expectStatus(await anybody('GET', '/tasks?done=true'), 200);
  expect(done.body.items).toHaveLength(1);
  expectStatus(await anybody('POST', '/tasks', { title: '' }), 400);
  expectStatus(await anybody('DELETE', path), 204);
  expectStatus(await anybody('GET', path), 404);
  expectStatus(await anybody('POST', '/auth/login', { email: 'a@b.de', password: 'x' }), 404);

  const { body: document } = expectStatus(await anybody('GET', '/openapi.json'), 200);
  expect(Object.keys(document.paths).filter((each) => /auth|users/.test(each))).toEqual([]);
}
