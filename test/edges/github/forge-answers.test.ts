import { expect, test } from 'vitest';
import { commitAuthor } from '../../../src/core/merge/commit-author.ts';
import type { Proposal } from '../../../src/flows/ports.ts';
import { githubForge } from '../../../src/github/forge/github-forge.ts';
import { github, shop, target, useNock } from './nock-github.ts';

useNock();

const [parent, tree, commit, other] = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(40)) as [
  ...[string, string, string, string],
];
const branch = 'sotacode/shop-1';
const proposal: Proposal = {
  ...{ branch, draft: false, labels: ['sotacode'], title: 'A shop', body: 'Closes #1' },
  ...{ commitMessage: 'Build a shop', date: '2026-01-02T03:04:05Z' },
  base: { repository: 'shop', branch: 'main', commit: parent, files: new Map() },
  files: new Map([['src/app.ts', 'export {};\n']]),
};
const pull = {
  ...{ number: 8, html_url: 'https://github.com/ann/shop/pull/8', title: 'A shop' },
  ...{ body: 'Closes #1', labels: [{ name: 'SotACode' }] },
};
const forge = githubForge(target);
const pulls = shop(`/pulls?head=ann%3Asotacode%2Fshop-1&state=open`);

/** One tree and one commit, whatever becomes of them. */
function committed(): void {
  github()
    .get(shop(`/git/commits/${parent}`))
    .reply(200, { tree: { sha: tree } });
  github().post(shop('/git/trees')).reply(201, { sha: tree });
  github().post(shop('/git/commits')).reply(201, { sha: commit });
}
const branched = () =>
  github().post(shop('/git/refs'), { ref: `refs/heads/${branch}`, sha: commit });
const head = () => github().get(shop('/git/ref/heads%2Fsotacode%2Fshop-1'));

test('a branch that is there with this very commit needs nothing more', async () => {
  committed();
  branched().reply(422, { message: 'Reference already exists' });
  head().reply(200, { object: { sha: commit } });
  github().get(pulls).reply(200, [pull]);
  expect(await forge.propose(proposal)).toMatchObject({ ok: true, value: { commit, number: 8 } });
});

test('a branch with an older commit of ours is moved', async () => {
  committed();
  branched().reply(422, { message: 'Reference already exists' });
  head().reply(200, { object: { sha: other } });
  github()
    .get(shop(`/git/commits/${other}`))
    .reply(200, { author: { email: commitAuthor.email } });
  github()
    .patch(shop('/git/refs/heads%2Fsotacode%2Fshop-1'), { sha: commit, force: true })
    .reply(200, {});
  github().get(pulls).reply(200, [pull]);
  expect(await forge.propose(proposal)).toMatchObject({ ok: true });
});

test("a branch with somebody's commit is a problem, and is not moved", async () => {
  committed();
  branched().reply(422, { message: 'Reference already exists' });
  head().reply(200, { object: { sha: other } });
  github()
    .get(shop(`/git/commits/${other}`))
    .reply(200, { author: { email: 'ann@example.com' } });
  expect(await forge.propose(proposal)).toEqual({
    ok: false,
    problems: [{ code: 'branch.taken', params: { branch } }],
  });
});

test('a branch whose answer was lost is looked at, not made again', async () => {
  committed();
  branched().reply(502);
  head().reply(200, { object: { sha: commit } });
  github().get(pulls).reply(200, [pull]);
  expect(await forge.propose(proposal)).toMatchObject({ ok: true });
});

test('where drafts are not offered the pull request is made without one', async () => {
  committed();
  branched().reply(201, {});
  github().get(pulls).reply(200, []);
  const request = { head: branch, base: 'main', title: 'A shop', body: 'Closes #1' };
  const message = 'Draft pull requests are not supported in this repository.';
  github()
    .post(shop('/pulls'), { ...request, draft: true })
    .reply(422, { message });
  github()
    .post(shop('/pulls'), request)
    .reply(201, { ...pull, labels: [] });
  github()
    .post(shop('/issues/8/labels'), { labels: ['sotacode'] })
    .reply(200, []);
  expect(await forge.propose({ ...proposal, draft: true })).toMatchObject({ ok: true });
});

test('a pull request that says something else is brought up to date', async () => {
  committed();
  branched().reply(201, {});
  github()
    .get(pulls)
    .reply(200, [{ ...pull, title: 'Older' }]);
  github().patch(shop('/pulls/8'), { title: 'A shop', body: 'Closes #1' }).reply(200, {});
  expect(await forge.propose(proposal)).toMatchObject({ ok: true });
});

test.each([
  ['refused', 'Resource not accessible by integration', {}, 'repository.refused'],
  ['limited', 'You have exceeded a secondary rate limit', { 'retry-after': '9' }, null],
] as const)(
  'a write that is %s by 403 is told or waited for',
  async (_, message, headers, code) => {
    github()
      .get(shop(`/git/commits/${parent}`))
      .reply(403, { message }, headers);
    const result = await forge.propose(proposal).catch(() => null);
    expect(result && !result.ok ? result.problems[0]?.code : result).toBe(code);
  },
);

test.each([409, 404])('a branch that answers %i has no commit and no files', async (status) => {
  github().get(shop('')).reply(200, { default_branch: 'main' });
  github()
    .get(shop('/git/ref/heads%2Fmain'))
    .reply(status, { message: 'Git Repository is empty.' });
  const empty = { repository: 'shop', branch: 'main', commit: null, files: new Map() };
  expect(await forge.snapshot()).toEqual(empty);
});

test.each([409, 422])(
  'a first commit that somebody else made (%i) is built upon',
  async (status) => {
    github().put(shop('/contents/README.md')).reply(status, { message: 'Somebody was first' });
    github()
      .get(shop('/git/ref/heads%2Fmain'))
      .reply(200, { object: { sha: parent } });
    github()
      .get(shop(`/git/trees/${parent}?recursive=true`))
      .reply(200, { tree: [], truncated: false });
    committed();
    branched().reply(201, {});
    github().get(pulls).reply(200, [pull]);
    const base = { ...proposal.base, commit: null };
    expect(await forge.propose({ ...proposal, base })).toMatchObject({ ok: true });
  },
);

test('a tree that GitHub cuts off is an error, not a smaller repository', async () => {
  github()
    .get(shop('/git/ref/heads%2Fmain'))
    .reply(200, { object: { sha: parent } });
  github()
    .get(shop(`/git/trees/${parent}?recursive=true`))
    .reply(200, { tree: [], truncated: true });
  await expect(forge.snapshot('main')).rejects.toThrow('more files than GitHub lists at once');
});
