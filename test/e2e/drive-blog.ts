import { expect } from 'vitest';
import { httpClient } from './http-client.ts';
import type { Served } from './served.ts';
import { expectStatus, signUp } from './sign-up.ts';

/** Posts that everybody reads and only their authors change, with comments. */
export async function driveBlog({ url }: Served): Promise<void> {
  const guest = httpClient(url);
  const ann = await signUp(url, 'ann');
  const bob = await signUp(url, 'bob');

  const words = { title: 'Tea', slug: `tea-${Date.now()}`, body: 'Leaves.' };
  expectStatus(await guest('POST', '/posts', words), 401);
  const post = expectStatus(await ann.client('POST', '/posts', words), 201);
  const path = `/posts/${post.body.id}`;
  expectStatus(await guest('GET', path), 200);
  expectStatus(await bob.client('PATCH', path, { title: 'Mine' }), 403);
  expectStatus(await ann.client('PATCH', path, { title: 'Green tea' }), 200);
  expectStatus(await bob.client('POST', '/posts', { ...words, ownerId: ann.email }), 400);

  const comment = { postId: post.body.id, body: 'Lovely.' };
  expectStatus(await bob.client('POST', '/comments', comment), 201);
  const nowhere = { ...comment, postId: '01890000-0000-7000-8000-000000000000' };
  expectStatus(await bob.client('POST', '/comments', nowhere), 422);
  const listed = expectStatus(await guest('GET', `/comments?postId=${post.body.id}`), 200);
  expect(listed.body.items).toMatchObject([{ body: 'Lovely.' }]);
}
