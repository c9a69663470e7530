import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from './open-shop.ts';

let it: Shop;
beforeAll(async () => {
  it = await openShop();
});
afterAll(() => it.github.close());

test('a check run goes from queued to its conclusion', async () => {
  const { at, bot, head } = it;
  const { checks } = bot.rest;
  const run = { ...at, name: 'SotACode', head_sha: head('main') };
  const { data } = await checks.create({ ...run, external_id: 'issue:1' });
  expect(data).toMatchObject({ status: 'queued', conclusion: null, external_id: 'issue:1' });
  const output = { title: 'Built', summary: 'All of it' };
  const known = { ...at, check_run_id: data.id };
  await checks.update({ ...known, conclusion: 'success', output });
  expect((await checks.get(known)).data).toMatchObject({
    ...{ status: 'completed', conclusion: 'success', output },
    ...{ completed_at: expect.any(String), app: { slug: 'sotacode' } },
  });
  const { data: named } = await checks.listForRef({ ...at, ref: 'main', check_name: 'other' });
  expect(named.total_count).toBe(0);
});

test("CI's own check run is not ours to change, and a commit must be there", async () => {
  const { at, bot, github, head, shop } = it;
  await github.finishChecks('ann/shop', head('main'), 'success');
  const check_run_id = shop.checkRuns.at(-1)?.id ?? 0;
  await expect(bot.rest.checks.update({ ...at, check_run_id })).rejects.toMatchObject({
    status: 403,
  });
  const nowhere = { ...at, name: 'x', head_sha: '0'.repeat(40) };
  await expect(bot.rest.checks.create(nowhere)).rejects.toThrow('No commit found');
});

test.each([
  [[], 'pending'],
  [['success', 'success'], 'success'],
  [['success', 'pending'], 'pending'],
  [['pending', 'failure'], 'failure'],
] as const)('the statuses %j of a commit sum up to %s', async (states, sum) => {
  const { at, github, head } = it;
  github.world.app.permissions.statuses = 'write';
  const bot = it.client();
  const branch = `status-${states.join('-')}`;
  await github.push({ repo: 'ann/shop', by: 'ann', branch, files: { branch } });
  const sha = head(branch);
  for (const [index, state] of states.entries()) {
    await bot.rest.repos.createCommitStatus({ ...at, sha, state, context: `ci/${index}` });
  }
  const { data } = await bot.rest.repos.getCombinedStatusForRef({ ...at, ref: branch });
  expect([data.state, data.total_count]).toEqual([sum, states.length]);
});
