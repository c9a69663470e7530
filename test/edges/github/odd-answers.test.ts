import { Readable } from 'node:stream';
import nock from 'nock';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findOrCreate } from '../../../src/github/find-or-create.ts';
import { asRetryLater } from '../../../src/github/github-error.ts';
import { PatientOctokit } from '../../../src/github/octokit.ts';
import { readBody } from '../../../src/github/read-body.ts';
import { readSettings } from '../../../src/github/read-settings.ts';

const url = 'https://api.github.com';
const octokit = new PatientOctokit({ auth: { token: 'x' }, baseUrl: url });
const comment = () =>
  octokit.rest.issues.createComment({ owner: 'ann', repo: 'shop', issue_number: 1, body: 'hi' });
const path = '/repos/ann/shop/issues/1/comments';
const now = new Date('2026-01-01T00:00:00Z');

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

test('a write is never repeated blindly after a 502, a read is', async () => {
  const write = nock(url).post(path).reply(502).post(path).reply(201, {});
  await expect(comment()).rejects.toMatchObject({ status: 502 });
  expect(write.pendingMocks()).toHaveLength(1);
  nock(url).get('/repos/ann/shop').reply(502).get('/repos/ann/shop').reply(200, { id: 1 });
  const { data } = await octokit.rest.repos.get({ owner: 'ann', repo: 'shop' });
  expect(data.id).toBe(1);
}, 10_000);

test.each<[string, number, Record<string, string>, string, number | null]>([
  ['the secondary limit', 403, { 'retry-after': '30' }, 'secondary rate limit', 30],
  ['the secondary limit without a time', 403, {}, 'exceeded a secondary rate limit', 60],
  [
    'the primary limit',
    403,
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now.getTime() / 1000 + 90) },
    'API rate limit exceeded',
    90,
  ],
  ['too many requests', 429, { 'retry-after': '7' }, 'Slow down', 7],
  ['a refusal', 403, {}, 'Resource not accessible by integration', null],
  ['a conflict', 409, {}, 'Git Repository is empty.', null],
])('%s is waited for as GitHub says', async (_, status, headers, message, seconds) => {
  nock(url).post(path).reply(status, { message }, headers);
  const error = await comment().catch((reason: unknown) => reason);
  expect(asRetryLater(error, now)?.seconds ?? null).toBe(seconds);
});

test('what a lost answer made is found, what was not made stays an error', async () => {
  const lost = Object.assign(new Error('Bad gateway'), { status: 502 });
  const shelf: string[] = [];
  const find = async () => shelf[0] ?? null;
  const create = async () => {
    shelf.push('made');
    throw lost;
  };
  expect(await findOrCreate(find, create)).toBe('made');
  const nothing = findOrCreate(
    async () => null,
    async () => Promise.reject(lost),
  );
  await expect(nothing).rejects.toBe(lost);
});

test('a body is read up to the limit and no further', async () => {
  const chunks = (...sizes: number[]) => Readable.from(sizes.map((size) => Buffer.alloc(size)));
  expect(await readBody(chunks(4, 6), 10)).toHaveLength(10);
  expect(await readBody(chunks(4, 7), 10)).toBeNull();
});

test.each(['APP_ID', 'PRIVATE_KEY', 'WEBHOOK_SECRET'])('a missing %s is named', (name) => {
  const env = { APP_ID: '1', PRIVATE_KEY: '-----BEGIN', WEBHOOK_SECRET: 's', [name]: '' };
  expect(() => readSettings(env)).toThrow(`Set ${name}`);
});
