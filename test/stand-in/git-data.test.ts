import { afterAll, beforeAll, expect, test } from 'vitest';
import { blobId } from '../../src/core/render/blob-id.ts';
import { openShop, type Shop } from './open-shop.ts';

let it: Shop;
beforeAll(async () => {
  it = await openShop({ LICENSE: 'MIT', 'src/a.ts': '1\n' });
});
afterAll(() => it.github.close());

test('objects have the ids that git gives them', async () => {
  const { rest } = it.bot;
  const { data: blob } = await rest.git.createBlob({ ...it.at, content: 'имя\n' });
  expect(blob.sha).toBe(blobId('имя\n'));
  const { data } = await rest.git.getBlob({ ...it.at, file_sha: blob.sha });
  expect(Buffer.from(data.content, 'base64').toString()).toBe('имя\n');
  expect(data.size).toBe(7);
  const { data: tree } = await rest.git.getTree({ ...it.at, tree_sha: 'main', recursive: 'true' });
  expect(tree.tree.map(({ path, type }) => `${type} ${path}`)).toEqual([
    ...['blob LICENSE', 'tree src', 'blob src/a.ts'],
  ]);
});

test('a folder is listed, a file has its text, what is not there is 404', async () => {
  const { rest } = it.bot;
  const { data: folder } = await rest.repos.getContent({ ...it.at, path: '' });
  expect(folder).toMatchObject([
    { name: 'LICENSE', type: 'file', size: 3 },
    { name: 'src', type: 'dir' },
  ]);
  const file = { ...it.at, path: 'src/a.ts' };
  const content = Buffer.from('2\n').toString('base64');
  const { data: old } = await rest.repos.getContent(file);
  const sha = 'sha' in old ? old.sha : '';
  const write = (other: object) =>
    rest.repos.createOrUpdateFileContents({ ...file, message: 'Two', content, ...other });
  await expect(write({})).rejects.toMatchObject({ status: 422 });
  await expect(write({ sha: '0'.repeat(40) })).rejects.toMatchObject({ status: 409 });
  expect((await write({ sha })).data.content?.sha).toBe(blobId('2\n'));
  const none = rest.repos.getContent({ ...file, path: 'b.ts' });
  await expect(none).rejects.toMatchObject({ status: 404 });
});

test('refs are found by prefix, moved forward only, and close their pull request when gone', async () => {
  const { propose, bot, at, head } = it;
  const { rest } = bot;
  const { number } = await propose('feature/one', { 'b.ts': '' });
  const { data: found } = await rest.git.listMatchingRefs({ ...at, ref: 'heads/feature/' });
  expect(found.map(({ ref }) => ref)).toEqual(['refs/heads/feature/one']);
  const ref = 'heads/feature/one';
  const back = { ...at, ref, sha: head('main') };
  await expect(rest.git.updateRef(back)).rejects.toThrow('not a fast forward');
  await rest.git.deleteRef({ ...at, ref });
  await expect(rest.git.getRef({ ...at, ref })).rejects.toMatchObject({ status: 404 });
  expect((await rest.pulls.get({ ...at, pull_number: number })).data.state).toBe('closed');
});

test('an empty repository answers 409 to the Git Data API', async () => {
  await it.github.addRepository({ name: 'ann/empty' });
  const empty = { owner: 'ann', repo: 'empty' };
  const { rest } = it.bot;
  await expect(rest.git.getRef({ ...empty, ref: 'heads/main' })).rejects.toMatchObject({
    status: 409,
  });
  await expect(rest.git.createBlob({ ...empty, content: '' })).rejects.toThrow('is empty');
});

test('workflows need a permission of their own', async () => {
  const { permissions } = it.github.world.app;
  it.github.world.app.permissions = { ...permissions, workflows: 'none' };
  const path = '.github/workflows/ci.yml';
  const tree = [{ path, mode: '100644', type: 'blob', content: 'on: push' }] as const;
  const create = () => it.client().rest.git.createTree({ ...it.at, tree: [...tree] });
  await expect(create()).rejects.toMatchObject({ status: 403 });
  it.github.world.app.permissions = permissions;
  expect((await create()).status).toBe(201);
});
