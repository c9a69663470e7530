import { expect, test } from 'vitest';
import {
  asRetryLater,
  isUncertain,
  refusalReason,
  statusOf,
} from '../../../src/github/github-error.ts';
import { github, octokit, shop, useNock } from './nock-github.ts';

useNock();

const now = new Date('2026-01-01T00:00:00Z');
const seconds = now.getTime() / 1000;

/** The error that the App's client throws for an answer. */
async function errorOf(status: number, message: string, headers: Record<string, string> = {}) {
  github().post(shop('/labels')).reply(status, { message }, headers);
  return octokit.request('POST /repos/ann/shop/labels').catch((reason: unknown) => reason);
}
const used = (reset: number) => ({
  ...{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(seconds + reset) },
});

test.each<[string, number, Record<string, string>, number | null]>([
  ['the secondary limit', 403, { 'retry-after': '30' }, 30],
  ['the primary limit', 403, used(90), 90],
  ['too many requests', 429, { 'retry-after': '7' }, 7],
  ['a refusal', 403, {}, null],
  ['a conflict', 409, {}, null],
  ['a reset that is past', 403, used(-5), 1],
  ['a reset of the primary limit, told as 429', 429, used(40), 40],
  ['retry-after before any reset', 403, { ...used(40), 'retry-after': '7' }, 7],
  ['a wait of less than a second', 429, { 'retry-after': '0.2' }, 1],
  ['429 without any time', 429, {}, 60],
  ['an answer for nobody', 401, used(40), null],
  ['a broken server', 502, { 'retry-after': '7' }, null],
])('%s is waited for as it should be', async (_, status, headers, wait) => {
  const error = await errorOf(status, 'Not now', headers);
  expect(asRetryLater(error, now)?.seconds ?? null).toBe(wait);
});

test('the secondary limit is known by its words when GitHub names no time', async () => {
  const error = await errorOf(403, 'You have exceeded a secondary rate limit');
  expect(asRetryLater(error, now)?.seconds).toBe(60);
});

test('the error that waits remembers the one that made it wait', async () => {
  const error = await errorOf(429, 'Slow down');
  expect(asRetryLater(error, now)?.cause).toBe(error);
});

test.each([
  [new Error('socket hang up'), null, true],
  [Object.assign(new Error('gone'), { status: 502 }), 502, true],
  [Object.assign(new Error('no'), { status: 422 }), 422, false],
  ['words', null, true],
])('%s: its status and whether the write may have happened', (error, status, uncertain) => {
  expect([statusOf(error), isUncertain(error)]).toEqual([status, uncertain]);
  expect(asRetryLater(error, now)).toBeNull();
});

test("a refusal is told in GitHub's own words, in one short line", async () => {
  const archived = await errorOf(403, 'Repository was archived\nso is read-only.');
  expect(refusalReason(archived)).toBe('Repository was archived so is read-only');
  expect(refusalReason(await errorOf(403, 'x'.repeat(500)))).toHaveLength(200);
  expect(refusalReason('words')).toBe('no reason given');
});
