import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { judge } from '../../../scripts/catalogue/judge.ts';
import { aCopy, edit, manifestWith, packageWith } from './a-copy.ts';

let from: string;
let root: string;

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { cwd: root });

const verdict = async () => {
  const notes: (string | null)[] = [];
  const report = ({ note }: { note: string | null }) => notes.push(note);
  const found = await judge({ from, ids: ['hello'], checks: ['semver'], report });
  return { found, notes };
};

beforeAll(async () => {
  from = join(await aCopy('hello'), '.');
  root = join(from, '..', `${from.split('/').at(-1)}-repository`);
  await mkdir(join(root, '.changeset'), { recursive: true });
  execFileSync('mv', [from, join(root, 'modules')]);
  from = join(root, 'modules');
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'Begin');
});

it('compares a module with its last release, as git has it', async () => {
  expect(await verdict()).toEqual({ found: [], notes: ['first release'] });

  git('tag', '@sotacode/hello@1.0.0');
  expect(await verdict()).toEqual({ found: [], notes: [null] });

  const hello = join(from, 'hello');
  await edit(hello, { 'README.md': (text) => `${text}\nMore.\n` });
  expect((await verdict()).found).toMatchObject([{ what: expect.stringContaining('neither') }]);

  await announce('patch');
  expect((await verdict()).found).toEqual([]);

  await edit(hello, { 'package.json': manifestWith({ endpoints: [], routes: '/' }) });
  const [found] = (await verdict()).found;
  expect(found?.what).toContain('calls for 2.0.0 (major): the route GET /hello was removed');

  await announce('major');
  expect((await verdict()).found).toEqual([]);

  await edit(hello, { 'package.json': packageWith({ version: '2.0.0' }) });
  git('add', '-A');
  git('commit', '-qm', 'Release');
  git('tag', '@sotacode/hello@2.0.0');
  expect((await verdict()).found).toEqual([]);
});

async function announce(bump: string) {
  const file = join(root, '.changeset/some-words.md');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `---\n"@sotacode/hello": ${bump}\n---\n\nWhat changed.\n`);
}
