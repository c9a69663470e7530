import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { git } from '../../src/cli/git.ts';
import { localForge } from '../../src/cli/local-forge.ts';
import type { Forge } from '../../src/flows/ports.ts';

let root: string;
let folder: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'forge-'));
  folder = join(root, 'my-shop');
});
afterEach(() => rm(root, { recursive: true }));

const propose = async (forge: Forge, files: Record<string, string>, branch = 'sotacode/shop-1') =>
  forge.propose({
    branch,
    base: await forge.snapshot(),
    files: new Map(Object.entries(files)),
    commitMessage: 'Add: A shop\n',
    date: '2026-01-02T03:04:05Z',
    title: 'Add: A shop',
    body: 'A body',
    labels: [],
    draft: false,
  });
const codes = (result: Awaited<ReturnType<typeof propose>>) =>
  result.ok ? [] : result.problems.map(({ code }) => code);

describe('a local folder', () => {
  it('becomes a repository with the proposal checked out', async () => {
    const result = await propose(localForge(folder), {
      'src/a.ts': 'export {};\n',
      'ü.md': 'Grüße',
    });
    expect(result.ok).toBe(true);
    expect(await readFile(join(folder, 'src/a.ts'), 'utf8')).toBe('export {};\n');
    expect(await readFile(join(folder, 'ü.md'), 'utf8')).toBe('Grüße');
    expect((await git(folder, ['branch', '--show-current'])).trim()).toBe('sotacode/shop-1');
    expect(await git(folder, ['status', '--porcelain'])).toBe('');
    expect((await git(folder, ['log', '--format=%s', 'main..'])).trim()).toBe('Add: A shop');
  });

  it('gets the same commit from the same proposal', async () => {
    const first = await propose(localForge(folder), { a: '1' });
    const again = await propose(localForge(folder), { a: '1' });
    const elsewhere = await propose(localForge(join(root, 'other')), { a: '1' });
    expect(again).toEqual(first);
    expect(elsewhere).toEqual(first);
  });

  it('keeps what the repository already has', async () => {
    await mkdir(folder);
    await git(folder, ['init', '--quiet', '--initial-branch=trunk']);
    await writeFile(join(folder, 'LICENSE'), 'MIT');
    await commitAll();
    await propose(localForge(folder), { a: '1' });
    expect((await git(folder, ['ls-tree', '--name-only', 'HEAD'])).split('\n')).toEqual([
      'LICENSE',
      'a',
      '',
    ]);
    expect((await git(folder, ['merge-base', 'trunk', 'HEAD'])).trim()).toBe(
      (await git(folder, ['rev-parse', 'trunk'])).trim(),
    );
  });

  it('refuses uncommitted work', async () => {
    await propose(localForge(folder), { a: '1' });
    await writeFile(join(folder, 'a'), 'edited');
    expect(codes(await propose(localForge(folder), { a: '2' }))).toEqual(['folder.dirty']);
    expect(await readFile(join(folder, 'a'), 'utf8')).toBe('edited');
  });

  it('refuses a branch on which somebody else has committed', async () => {
    await propose(localForge(folder), { a: '1' });
    await writeFile(join(folder, 'a'), 'edited');
    await commitAll();
    expect(codes(await propose(localForge(folder), { a: '2' }))).toEqual(['branch.taken']);
  });

  it('refuses a folder with files that is no repository', async () => {
    await mkdir(folder);
    await writeFile(join(folder, 'notes.txt'), 'mine');
    expect(codes(await propose(localForge(folder), { a: '1' }))).toEqual([
      'folder.not-a-repository',
    ]);
  });
});

async function commitAll() {
  await git(folder, ['add', '-A']);
  await git(folder, [
    '-c',
    'user.name=Ann',
    '-c',
    'user.email=ann@example.com',
    'commit',
    '-qm',
    'Mine',
  ]);
}
