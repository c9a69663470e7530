import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openShop, type Shop } from './open-shop.ts';

const run = promisify(execFile);
const identity = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.com'];
const git = async (folder: string, ...args: string[]) =>
  (await run('git', ['-C', folder, ...identity, ...args])).stdout.trim();

let it: Shop;
let folder: string;
beforeAll(async () => {
  it = await openShop();
  folder = await mkdtemp(join(tmpdir(), 'git-http-'));
});
afterAll(async () => {
  await it.github.close();
  await rm(folder, { recursive: true, force: true });
});

test('a clone commits, pushes, and the pull request follows', async () => {
  const { github, propose, ann, at } = it;
  const { number } = await propose('feature', { 'b.txt': 'b' });
  await git(
    folder,
    'clone',
    '--quiet',
    '--branch',
    'feature',
    github.cloneUrl('ann/shop', 'ann'),
    'c',
  );
  const clone = join(folder, 'c');
  await writeFile(join(clone, 'b.txt'), 'by hand');
  await git(clone, 'commit', '--quiet', '--all', '--message', 'By hand');
  github.world.app.events = ['push'];
  await git(clone, 'push', '--quiet');
  await vi.waitFor(() =>
    expect(github.deliveries.at(-1)).toMatchObject({
      ...{ event: 'push', payload: { ref: 'refs/heads/feature', sender: { login: 'ann' } } },
    }),
  );
  const { data } = await ann.rest.pulls.get({ ...at, pull_number: number });
  expect(data.head.sha).toBe(await git(clone, 'rev-parse', 'HEAD'));
  expect(data.commits).toBe(2);
  const { data: file } = await ann.rest.repos.getContent({ ...at, path: 'b.txt', ref: 'feature' });
  expect(Buffer.from('content' in file ? file.content : '', 'base64').toString()).toBe('by hand');
});

test.each([
  ['nobody', undefined],
  ['a reader', 'bob'],
])('%s cannot push', async (_, login) => {
  const { github } = it;
  github.addUser('bob', { 'ann/shop': 'read' });
  const target = join(folder, `by-${login}`);
  await git(folder, 'clone', '--quiet', github.cloneUrl('ann/shop', login), target);
  await git(target, 'commit', '--quiet', '--allow-empty', '--message', 'Mine');
  const env = { ...process.env, GIT_TERMINAL_PROMPT: '0' };
  await expect(run('git', ['-C', target, 'push'], { env })).rejects.toThrow(/40[13]|Username/);
});

test('a private repository is cloned by those who may', async () => {
  const { github } = it;
  it.shop.private = true;
  const env = { ...process.env, GIT_TERMINAL_PROMPT: '0' };
  const lsRemote = (url: string) => run('git', ['ls-remote', url], { env });
  await expect(lsRemote(github.cloneUrl('ann/shop'))).rejects.toThrow('Username');
  const token = github.token();
  const url = github.cloneUrl('ann/shop').replace('://', `://x-access-token:${token}@`);
  expect((await lsRemote(url)).stdout).toContain('refs/heads/main');
  it.shop.private = false;
});
