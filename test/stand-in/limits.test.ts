import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from './open-shop.ts';

let it: Shop;
beforeAll(async () => {
  it = await openShop();
});
afterAll(() => it.github.close());

const get = async (headers: Record<string, string> = {}) => {
  const authorization = `token ${it.github.token()}`;
  const url = `${it.github.url}/api/v3/repos/ann/shop`;
  return fetch(url, { headers: { authorization, ...headers } });
};
const left = (answer: Response) => Number(answer.headers.get('x-ratelimit-remaining'));

test('what did not change is answered by 304, and costs nothing', async () => {
  const first = await get();
  const etag = first.headers.get('etag') ?? '';
  expect(etag).toMatch(/^W\/"[0-9a-f]{64}"$/);
  const second = await get({ 'if-none-match': etag });
  expect([second.status, await second.text(), left(second)]).toEqual([304, '', left(first)]);
  it.shop.defaultBranch = 'other';
  const third = await get({ 'if-none-match': etag });
  expect([third.status, left(third)]).toEqual([200, left(first) - 1]);
  it.shop.defaultBranch = 'main';
});

test('what is left can be asked for', async () => {
  const { data, headers } = await it.bot.rest.rateLimit.get();
  expect(data.rate).toMatchObject({
    limit: 5000,
    remaining: Number(headers['x-ratelimit-remaining']),
  });
});

test('a used-up primary limit refuses until its reset', async () => {
  it.github.exhaust(1);
  const refused = await get();
  expect([refused.status, left(refused)]).toEqual([403, 0]);
  expect(await refused.text()).toContain('API rate limit exceeded');
  const reset = Number(refused.headers.get('x-ratelimit-reset'));
  await new Promise((resolve) => setTimeout(resolve, reset * 1000 - Date.now() + 20));
  expect((await get()).status).toBe(200);
});

test.each([403, 429] as const)(
  'the secondary limit answers writes with %i for a while',
  async (status) => {
    const comment = async () => {
      const { number } = (await it.github.openIssue({ repo: 'ann/shop', by: 'ann', body: 'a' }))
        .issue;
      return it.bot.rest.issues.createComment({ ...it.at, issue_number: number, body: 'b' });
    };
    it.github.slowDown(1, status);
    await expect(comment()).rejects.toMatchObject({
      ...{ status, response: { headers: { 'retry-after': '1' } } },
    });
    expect((await get()).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect((await comment()).status).toBe(201);
  },
);
