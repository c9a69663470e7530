import { expect, test } from 'vitest';
import { github, octokit, shop, useNock } from './nock-github.ts';

useNock();

const calls = {
  POST: () => octokit.request('POST /repos/ann/shop/labels', { name: 'a' }),
  PATCH: () => octokit.request('PATCH /repos/ann/shop/labels', { name: 'a' }),
  PUT: () => octokit.request('PUT /repos/ann/shop/labels', { name: 'a' }),
  GET: () => octokit.request('GET /repos/ann/shop/labels'),
};

test.each([
  ['POST', 500],
  ['POST', 502],
  ['POST', 503],
  ['PATCH', 502],
  ['PUT', 502],
  ['POST', 429],
  ['GET', 403],
  ['GET', 404],
  ['GET', 429],
] as const)('%s is not repeated after %i', async (method, status) => {
  github().intercept(shop('/labels'), method).reply(status, { message: 'No' });
  await expect(calls[method]()).rejects.toMatchObject({ status });
});

test('a read is repeated after 503', async () => {
  github()
    .get(shop('/labels'))
    .reply(503)
    .get(shop('/labels'))
    .reply(200, [{ name: 'a' }]);
  expect((await calls.GET()).data).toEqual([{ name: 'a' }]);
}, 10_000);

test('requests are not held back: ten writes take no longer than one', async () => {
  github().post(shop('/labels')).times(10).reply(201, {});
  const began = performance.now();
  await Promise.all(Array.from({ length: 10 }, calls.POST));
  expect(performance.now() - began).toBeLessThan(900);
});
