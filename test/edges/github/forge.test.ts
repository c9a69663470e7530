import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Proposal } from '../../../src/flows/ports.ts';
import { githubForge } from '../../../src/github/forge/github-forge.ts';
import { PatientOctokit } from '../../../src/github/octokit.ts';
import { commitFiles, git, headOf } from '../../stand-in/git.ts';
import { type StandIn, startStandIn } from '../../stand-in/index.ts';
import { cloned } from './scene.ts';

let github: StandIn;
beforeAll(async () => {
  github = await startStandIn();
});
afterAll(() => github.close());

async function forgeOn(name: string, files?: Record<string, string>) {
  const repository = await github.addRepository({ name, ...(files ? { files } : {}) });
  const [owner = '', repo = ''] = name.split('/');
  const auth = { token: github.token() };
  const octokit = new PatientOctokit({ auth, baseUrl: `${github.url}/api/v3` });
  const forge = githubForge({ octokit, owner, repo });
  const propose = async (change: Partial<Proposal> = {}) =>
    forge.propose({ ...proposal, base: await forge.snapshot(), ...change });
  return { repository, forge, propose };
}

const proposal: Omit<Proposal, 'base'> = {
  branch: 'sotacode/shop-1',
  files: new Map([
    ['README.md', '# A server\n'],
    ['.github/workflows/ci.yml', 'on: push\n'],
    ['src/имя.ts', 'export {};\n'],
  ]),
  commitMessage: 'Build a shop',
  date: '2026-01-02T03:04:05Z',
  title: 'A shop',
  body: 'Closes #1',
  labels: [],
  draft: false,
};

test('a proposal is one commit on the base, the same commit every time', async () => {
  const { repository, propose } = await forgeOn('ann/once', { LICENSE: 'MIT' });
  const first = await propose();
  expect(await propose()).toEqual(first);
  const log = await git(repository.directory, ['log', '--format=%an %aI %s', proposal.branch]);
  expect(log.trim().split('\n')[0]).toBe('SotACode 2026-01-02T03:04:05+00:00 Build a shop');
  expect(log.trim().split('\n')).toHaveLength(2);
  expect(repository.pulls).toHaveLength(1);
  expect(await cloned(github, 'ann/once', proposal.branch, 'src/имя.ts')).toBe('export {};\n');
  expect(await cloned(github, 'ann/once', proposal.branch, 'LICENSE')).toBe('MIT');
});

test('the number of calls does not depend on the number of files', async () => {
  const { propose } = await forgeOn('ann/many', { LICENSE: 'MIT' });
  const before = github.requests.length;
  const files = Array.from(
    { length: 300 },
    (_, index) => [`src/file-${index}.ts`, '//\n'] as const,
  );
  expect(await propose({ files: new Map(files) })).toMatchObject({ ok: true });
  expect(github.requests.length - before).toBeLessThan(12);
}, 20_000);

test('a second proposal replaces ours and updates the pull request', async () => {
  const { repository, propose } = await forgeOn('ann/again', { LICENSE: 'MIT' });
  await propose();
  const next = await propose({ files: new Map([['a.ts', '1\n']]), title: 'A bigger shop' });
  expect(next).toMatchObject({ ok: true, value: { number: 1 } });
  expect(repository.pulls).toMatchObject([{ title: 'A bigger shop' }]);
  expect(await cloned(github, 'ann/again', proposal.branch, 'a.ts')).toBe('1\n');
});

test("a branch with somebody's commits is left alone", async () => {
  const { repository, propose } = await forgeOn('ann/taken', { LICENSE: 'MIT' });
  await propose();
  await commitFiles(repository.directory, proposal.branch, { 'mine.ts': 'by hand' });
  const head = await headOf(repository.directory, proposal.branch);
  expect(await propose({ title: 'Other', commitMessage: 'Other' })).toEqual({
    ok: false,
    problems: [{ code: 'branch.taken', params: { branch: proposal.branch } }],
  });
  expect(await headOf(repository.directory, proposal.branch)).toBe(head);
});

test('an empty repository gets a first commit to build on', async () => {
  const { repository, forge, propose } = await forgeOn('ann/empty');
  expect((await forge.snapshot()).commit).toBeNull();
  expect(await propose()).toMatchObject({ ok: true });
  expect(await propose()).toMatchObject({ ok: true });
  expect(repository.pulls).toHaveLength(1);
  expect(await cloned(github, 'ann/empty', 'main', 'README.md')).toBe('# empty\n');
  expect(await cloned(github, 'ann/empty', proposal.branch, 'README.md')).toBe('# A server\n');
});

test('a refusal by GitHub is told in its words', async () => {
  const { propose } = await forgeOn('ann/archived', { LICENSE: 'MIT' });
  const body = { message: 'Repository was archived so is read-only.' };
  github.failNext({ method: 'POST', path: /git\/trees$/, when: 'before', status: 403, body });
  expect(await propose()).toMatchObject({
    problems: [
      { code: 'repository.refused', params: { reason: 'Repository was archived so is read-only' } },
    ],
  });
});
