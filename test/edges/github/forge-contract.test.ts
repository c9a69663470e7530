import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localForge } from '../../../src/cli/local-forge.ts';
import { blobId } from '../../../src/core/render/blob-id.ts';
import type { Forge, Proposal } from '../../../src/flows/ports.ts';
import { githubForge } from '../../../src/github/forge/github-forge.ts';
import { PatientOctokit } from '../../../src/github/octokit.ts';
import { commitFiles, git } from '../../stand-in/git.ts';
import { type StandIn, startStandIn } from '../../stand-in/index.ts';

/** A repository with these files on `main` (or none at all), seen through an adapter. */
interface Place {
  forge: Forge;
  /** Where git finds the repository. */
  directory: string;
  repository: string;
}
type Open = (files?: Record<string, string>) => Promise<Place>;

let github: StandIn;
beforeAll(async () => {
  github = await startStandIn();
});
const folders: string[] = [];
afterAll(async () => {
  await github.close();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

let count = 0;
const onGitHub: Open = async (files) => {
  count += 1;
  const repo = `contract-${count}`;
  const name = `ann/${repo}`;
  const { directory } = await github.addRepository({ name, ...(files ? { files } : {}) });
  const auth = { token: github.token() };
  const octokit = new PatientOctokit({ auth, baseUrl: `${github.url}/api/v3` });
  return { directory, repository: repo, forge: githubForge({ octokit, owner: 'ann', repo }) };
};

const inFolder: Open = async (files) => {
  const directory = await mkdtemp(join(tmpdir(), 'forge-'));
  folders.push(directory);
  await git(directory, ['init', '--quiet', '--initial-branch=main']);
  if (files) {
    await commitFiles(directory, 'main', files);
    await git(directory, ['reset', '--quiet', '--hard']);
  }
  return { directory, repository: basename(directory), forge: localForge(directory) };
};

const branch = 'sotacode/shop-1';
const change: Omit<Proposal, 'base'> = {
  branch,
  files: new Map([
    ['src/app.ts', 'export {};\n'],
    ['sotacode.lock.json', '{}\n'],
  ]),
  commitMessage: 'Build a shop',
  date: '2026-01-02T03:04:05Z',
  title: 'A shop',
  body: 'Closes #1',
  labels: [],
  draft: false,
};

const propose = async ({ forge }: Place, other: Partial<Proposal> = {}) =>
  forge.propose({ ...change, base: await forge.snapshot(), ...other });
const show = ({ directory }: Place, path: string) => git(directory, ['show', `${branch}:${path}`]);

describe.each<[string, Open]>([
  ['GitHub', onGitHub],
  ['a local folder', inFolder],
])('the forge on %s', { timeout: 20_000 }, (_, open) => {
  test('a snapshot has the base branch, its commit and the git blob ids of its files', async () => {
    const { forge, directory, repository } = await open({ LICENSE: 'MIT', 'src/a.ts': '1\n' });
    const commit = (await git(directory, ['rev-parse', 'main'])).trim();
    const files = new Map([
      ['LICENSE', blobId('MIT')],
      ['src/a.ts', blobId('1\n')],
    ]);
    expect(await forge.snapshot()).toEqual({ ...{ repository, branch: 'main' }, commit, files });
  });

  test('a proposal is one commit on the base and leaves other files as they are', async () => {
    const place = await open({ LICENSE: 'MIT' });
    const proposed = await propose(place);
    const head = (await git(place.directory, ['rev-parse', branch])).trim();
    expect(proposed).toMatchObject({ ok: true, value: { branch, commit: head } });
    expect(await show(place, 'src/app.ts')).toBe('export {};\n');
    expect(await show(place, 'LICENSE')).toBe('MIT');
    expect(await git(place.directory, ['rev-list', '--count', `main..${branch}`])).toBe('1\n');
  });

  test('the same proposal again is the same commit', async () => {
    const place = await open({ LICENSE: 'MIT' });
    const first = await propose(place);
    expect(await propose(place)).toEqual(first);
  });

  test('an empty repository is a base too', async () => {
    const place = await open();
    expect(await place.forge.snapshot()).toEqual({
      repository: place.repository,
      branch: 'main',
      commit: null,
      files: new Map(),
    });
    expect(await propose(place)).toMatchObject({ ok: true });
    expect(await git(place.directory, ['rev-list', '--count', `main..${branch}`])).toBe('1\n');
  });

  test('a file of a snapshot can be read, and a missing one is null', async () => {
    const { forge } = await open({ 'a/b.yml': 'ключ: 1\n' });
    const snapshot = await forge.snapshot();
    expect(await forge.read(snapshot, 'a/b.yml')).toBe('ключ: 1\n');
    expect(await forge.read(snapshot, 'a/c.yml')).toBeNull();
  });

  test('another branch has a snapshot of its own; a missing one has no commit', async () => {
    const { forge, directory } = await open({ LICENSE: 'MIT' });
    await commitFiles(directory, 'develop', { 'a.ts': '1' });
    const develop = await forge.snapshot('develop');
    expect([...develop.files.keys()]).toContain('a.ts');
    expect(await forge.snapshot('absent')).toMatchObject({ branch: 'absent', commit: null });
  });

  test("a branch with somebody's commit is left alone", async () => {
    const place = await open({ LICENSE: 'MIT' });
    await propose(place);
    await commitFiles(place.directory, branch, { 'mine.ts': 'by hand' });
    await git(place.directory, ['config', '--get', 'core.bare']).then(
      async (bare) => bare.trim() === 'false' && git(place.directory, ['reset', '--hard', '-q']),
    );
    expect(await propose(place, { commitMessage: 'Other' })).toEqual({
      ok: false,
      problems: [{ code: 'branch.taken', params: { branch } }],
    });
    expect(await show(place, 'mine.ts')).toBe('by hand');
  });
});
