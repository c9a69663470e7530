import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from './open-shop.ts';

let it: Shop;
let issue: { owner: string; repo: string; issue_number: number };
beforeAll(async () => {
  it = await openShop();
  await it.github.openIssue({ repo: 'ann/shop', by: 'ann', body: 'A shop, please' });
  issue = { ...it.at, issue_number: 1 };
});
afterAll(() => it.github.close());

const names = (labels: (string | { name?: string })[]) =>
  labels.map((label) => (typeof label === 'string' ? label : label.name));

test('labels are made, listed, put on and taken off', async () => {
  const { bot, at } = it;
  const { rest } = bot;
  const label = { ...at, name: 'server', color: '00ff00', description: 'Ours' };
  expect((await rest.issues.createLabel(label)).data).toMatchObject({ name: 'server' });
  await expect(rest.issues.createLabel(label)).rejects.toMatchObject({ status: 422 });
  const { data: on } = await rest.issues.addLabels({ ...issue, labels: ['server', 'shop'] });
  expect(names(on)).toEqual(['server', 'shop']);
  const { data: known } = await rest.issues.listLabelsForRepo(at);
  expect(known).toMatchObject([{ color: '00ff00', description: 'Ours' }, { color: 'ededed' }]);
  await rest.issues.removeLabel({ ...issue, name: 'server' });
  expect(names((await rest.issues.get(issue)).data.labels)).toEqual(['shop']);
  await expect(rest.issues.removeLabel({ ...issue, name: 'server' })).rejects.toThrow('not exist');
  const { data: found } = await rest.issues.listForRepo({ ...at, labels: 'shop' });
  expect(found.map(({ number }) => number)).toEqual([1]);
  const { data: none } = await rest.issues.listForRepo({ ...at, labels: 'server' });
  expect(none).toEqual([]);
});

test('labels are replaced as a whole, and an issue may begin with some', async () => {
  const { rest } = it.bot;
  const { data: made } = await rest.issues.create({ ...it.at, title: 'Bug', labels: ['bug'] });
  const bug = { ...it.at, issue_number: made.number };
  await rest.issues.setLabels({ ...bug, labels: ['old', 'known'] });
  expect(names((await rest.issues.listLabelsOnIssue(bug)).data)).toEqual(['old', 'known']);
  expect((await rest.issues.getLabel({ ...it.at, name: 'BUG' })).data.name).toBe('bug');
  await rest.issues.update({ ...bug, state: 'closed' });
});

test('a person has one reaction of a kind', async () => {
  const react = (client = it.bot) =>
    client.rest.reactions.createForIssue({ ...issue, content: 'eyes' });
  const statuses = [(await react()).status, (await react()).status, (await react(it.ann)).status];
  expect(statuses).toEqual([201, 200, 201]);
  const { data } = await it.bot.rest.reactions.listForIssue({ ...issue, content: 'eyes' });
  expect(data.map(({ user }) => user?.login)).toEqual(['sotacode[bot]', 'ann']);
});

test('comments come in pages that link to each other', async () => {
  const { bot } = it;
  for (const body of ['1', '2', '3', '4', '5']) {
    await bot.rest.issues.createComment({ ...issue, body });
  }
  const { headers } = await bot.rest.issues.listComments({ ...issue, per_page: 2, page: 2 });
  expect(headers.link).toMatch(/rel="prev".*rel="first".*page=3>; rel="next".*rel="last"/);
  const all = await bot.paginate(bot.rest.issues.listComments, { ...issue, per_page: 2 });
  expect(all.map(({ body }) => body)).toEqual(['1', '2', '3', '4', '5']);
  const [first] = all;
  const comment = { ...it.at, comment_id: first?.id ?? 0 };
  expect((await bot.rest.issues.getComment(comment)).data.body).toBe('1');
  await bot.rest.reactions.createForIssueComment({ ...comment, content: 'rocket' });
  const { data: reactions } = await bot.rest.reactions.listForIssueComment(comment);
  expect(reactions).toMatchObject([{ content: 'rocket' }]);
  await bot.rest.issues.deleteComment(comment);
  expect((await bot.rest.issues.get(issue)).data.comments).toBe(4);
});

test('a comment that is too long or empty is refused', async () => {
  const comment = (body: string) => it.bot.rest.issues.createComment({ ...issue, body });
  await expect(comment('x'.repeat(65_537))).rejects.toThrow('body is too long');
  await expect(comment('')).rejects.toMatchObject({ status: 422 });
});

test('a closed issue leaves the list of open ones', async () => {
  const { bot, at } = it;
  await bot.rest.issues.update({ ...issue, state: 'closed' });
  expect((await bot.rest.issues.listForRepo(at)).data).toEqual([]);
  const { data } = await bot.rest.issues.listForRepo({ ...at, state: 'all' });
  expect(data).toMatchObject([{ title: 'Bug' }, { number: 1, closed_at: expect.any(String) }]);
});
