import { test } from 'vitest';
import { reportCheckRun } from '../../../src/github/progress/check-run.ts';
import { github, shop, target, useNock } from './nock-github.ts';

useNock();

const commit = 'c'.repeat(40);
const query = 'check_name=SotACode&filter=all&per_page=100';
const runs = shop(`/commits/${commit}/check-runs?${query}`);
const output = { title: 'Built', summary: 'All of it' };
const completed = { conclusion: 'success', status: 'completed', output };

const report = (url: string | null = null) =>
  reportCheckRun({
    ...{ ...target, ...output, commit, url, externalId: 'issue:7', conclusion: 'success' },
  });
const listed = (...check_runs: object[]) =>
  github().get(runs).reply(200, { total_count: check_runs.length, check_runs });

test("a command's check run is made complete, in one call", async () => {
  listed({ id: 1, external_id: 'issue:6', output });
  const made = { name: 'SotACode', head_sha: commit, external_id: 'issue:7' };
  const details_url = 'https://github.com/ann/shop/pull/8';
  github()
    .post(shop('/check-runs'), { ...made, ...completed, details_url })
    .reply(201, { id: 2, output });
  await report(details_url);
});

test('one that says the same already stays untouched', async () => {
  listed({ id: 3, external_id: 'issue:7', output });
  await report();
});

test('one of an earlier attempt is brought up to date', async () => {
  listed({ id: 3, external_id: 'issue:7', output: { ...output, summary: 'Half of it' } });
  github().patch(shop('/check-runs/3'), completed).reply(200, {});
  await report();
});

test('one whose answer was lost is found', async () => {
  listed();
  github().post(shop('/check-runs')).reply(502);
  listed({ id: 4, external_id: 'issue:7', output });
  await report();
});
