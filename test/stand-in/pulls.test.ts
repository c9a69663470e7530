import { afterAll, beforeAll, expect, test } from 'vitest';
import { git } from './git.ts';
import { openShop, type Shop } from './open-shop.ts';

let it: Shop;
beforeAll(async () => {
  it = await openShop();
});
afterAll(() => it.github.close());

const parentsOf = async (sha: string) =>
  (await git(it.shop.directory, ['show', '-s', '--format=%P', sha])).trim().split(' ');
const textOn = (branch: string, path: string) =>
  git(it.shop.directory, ['show', `${branch}:${path}`]);

test('a pull request counts and lists what it changes', async () => {
  const { ann, at, propose } = it;
  const { number } = await propose('counts', { 'a.txt': 'one\n2\nthree\n', 'b/c.txt': 'new\n' });
  const { data: pull } = await ann.rest.pulls.get({ ...at, pull_number: number });
  expect(pull).toMatchObject({ additions: 2, deletions: 1, changed_files: 2, commits: 1 });
  expect(pull).toMatchObject({ mergeable: true, mergeable_state: 'clean', merged: false });
  await ann.rest.issues.addLabels({ ...at, issue_number: number, labels: ['server'] });
  const { data: open } = await ann.rest.pulls.list({ ...at, head: 'ann:counts' });
  expect(open).toMatchObject([{ number, labels: [{ name: 'server', description: null }] }]);
  const { data: files } = await ann.rest.pulls.listFiles({ ...at, pull_number: number });
  expect(files).toMatchObject([
    { filename: 'a.txt', status: 'modified', additions: 1, deletions: 1, changes: 2 },
    { filename: 'b/c.txt', status: 'added', additions: 1, patch: '@@ -0,0 +1 @@\n+new' },
  ]);
  const { data: commits } = await ann.rest.pulls.listCommits({ ...at, pull_number: number });
  expect(commits.map(({ commit }) => commit.message)).toEqual(['Work by hand']);
});

test.each([
  ['merge', 2, 'Merge pull request'],
  ['squash', 1, 'Work on squash (#'],
  ['rebase', 1, 'Work by hand'],
] as const)('%s leaves a commit with %i parents on the base', async (method, parents, message) => {
  const { ann, at, propose, github, head } = it;
  const pull = await propose(method, { [`${method}.txt`]: 'theirs\n' });
  await github.push({
    repo: 'ann/shop',
    by: 'ann',
    branch: 'main',
    files: { [`${method}-ours`]: '' },
  });
  const base = head('main');
  const how = { ...at, pull_number: pull.number, merge_method: method };
  const { data } = await ann.rest.pulls.merge({ ...how, sha: head(method) });
  expect(data.merged).toBe(true);
  expect((await parentsOf('main')).length).toBe(parents);
  expect((await parentsOf('main'))[0]).toBe(base);
  expect(await git(it.shop.directory, ['show', '-s', '--format=%s', 'main'])).toContain(message);
  expect(await textOn('main', `${method}.txt`)).toBe('theirs\n');
  const { data: after } = await ann.rest.pulls.get({ ...at, pull_number: pull.number });
  expect(after).toMatchObject({ state: 'closed', merged: true, merged_by: { login: 'ann' } });
  expect(after).toMatchObject({ merge_commit_sha: data.sha, commits: 1, changed_files: 1 });
});

test('what conflicts is not merged, and neither is a draft nor a head that moved', async () => {
  const { ann, at, propose, github } = it;
  const { number } = await propose('conflict', { 'a.txt': 'theirs\n' });
  await github.push({ repo: 'ann/shop', by: 'ann', branch: 'main', files: { 'a.txt': 'ours\n' } });
  const pull = { ...at, pull_number: number };
  const { data } = await ann.rest.pulls.get(pull);
  expect(data).toMatchObject({ mergeable: false, mergeable_state: 'dirty' });
  const merge = (other: object) => ann.rest.pulls.merge({ ...pull, ...other });
  await expect(merge({})).rejects.toMatchObject({ status: 405 });
  await expect(merge({ merge_method: 'rebase' })).rejects.toMatchObject({ status: 405 });
  await expect(merge({ sha: '0'.repeat(40) })).rejects.toMatchObject({ status: 409 });
  await expect(ann.rest.pulls.updateBranch(pull)).rejects.toThrow('merge conflict between base');
  await expect(ann.rest.pulls.checkIfMerged(pull)).rejects.toMatchObject({ status: 404 });
});

test('update-branch merges the base into the head', async () => {
  const { ann, at, propose, github, head } = it;
  const pull = { ...at, pull_number: (await propose('behind', { 'd.txt': '' })).number };
  await expect(ann.rest.pulls.updateBranch(pull)).rejects.toThrow('no new commits on the base');
  await github.push({ repo: 'ann/shop', by: 'ann', branch: 'main', files: { 'e.txt': 'e' } });
  const old = head('behind');
  const wrong = { ...pull, expected_head_sha: head('main') };
  await expect(ann.rest.pulls.updateBranch(wrong)).rejects.toMatchObject({ status: 422 });
  expect((await ann.rest.pulls.updateBranch(pull)).status).toBe(202);
  expect(await parentsOf('behind')).toEqual([old, head('main')]);
  expect(await textOn('behind', 'e.txt')).toBe('e');
});

test('a draft becomes ready by GraphQL, and only there', async () => {
  const { ann, at, propose } = it;
  const { number, node_id } = await propose('draft', { 'f.txt': '' }, true);
  const pull = { ...at, pull_number: number };
  const draft = async () => (await ann.rest.pulls.get(pull)).data.draft;
  await expect(ann.rest.pulls.merge(pull)).rejects.toThrow('still a draft');
  const mutate = (name: string) =>
    ann.graphql(
      `mutation ($id: ID!) { ${name}(input: {pullRequestId: $id}) { pullRequest { isDraft } } }`,
      { id: node_id },
    );
  await mutate('markPullRequestReadyForReview');
  expect(await draft()).toBe(false);
  await mutate('convertPullRequestToDraft');
  expect(await draft()).toBe(true);
  const unknown = ann.graphql(
    'mutation { markPullRequestReadyForReview(input: {pullRequestId: "x"}) { clientMutationId } }',
  );
  await expect(unknown).rejects.toThrow('Could not resolve to a node');
});

test('a merge closes the issue that the pull request names', async () => {
  const { ann, at, propose, github } = it;
  const { issue } = await github.openIssue({ repo: 'ann/shop', by: 'ann', body: 'Please' });
  const { number } = await propose('closing', { 'g.txt': '' });
  const pull = { ...at, pull_number: number };
  await ann.rest.pulls.update({ ...pull, body: `Closes #${issue.number}` });
  await ann.rest.pulls.merge(pull);
  const { data } = await ann.rest.issues.get({ ...at, issue_number: issue.number });
  expect(data.state).toBe('closed');
});

test('a text that is too long is refused', async () => {
  const { ann, at, propose } = it;
  const pull = { ...at, pull_number: (await propose('long', { 'h.txt': '' })).number };
  const body = 'x'.repeat(65_537);
  await expect(ann.rest.pulls.update({ ...pull, body })).rejects.toThrow('body is too long');
});
