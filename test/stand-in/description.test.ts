import { expect, test } from 'vitest';
import description from './github-openapi.json' with { type: 'json' };
import { openShop } from './open-shop.ts';
import { answerBreaches, requestBreaches } from './openapi/breaches.ts';

test('every call that the stand-in serves is one that GitHub describes', async () => {
  const { github } = await openShop();
  const described = Object.values(description.operations).map(({ method, path }) => {
    return `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`;
  });
  const served = github.world.routes.map(
    ({ method, url }) => `${method} ${url.replaceAll(/:\w+|\*/g, '{}')}`,
  );
  expect(served.sort()).toEqual(described.sort());
  expect(served.length).toBeGreaterThan(50);
  await github.close();
});

test('a wrong answer and a wrong request are named when the stand-in closes', async () => {
  const { github, bot, at } = await openShop();
  const answer = { method: 'GET', path: /\/shop$/, when: 'before', status: 200 } as const;
  github.failNext({ ...answer, body: { id: 'seven' } });
  await bot.rest.repos.get(at);
  await bot.request('POST /repos/ann/shop/labels', { name: 'a', hue: 'red' });
  await bot.request('GET /repos/ann/shop/issues', { state: 'some', page: 'two' });
  await bot.request('GET /repos/ann/shop/stars').catch(() => {});
  const error: Error = await github.close().then(
    () => expect.fail('closed in silence'),
    (reason) => reason,
  );
  expect(error.message).toContain("GET /repos/ann/shop: answer must have required property 'name'");
  expect(error.message).toContain('GET /repos/ann/shop: answer/id must be integer');
  expect(error.message).toContain(
    'POST /repos/ann/shop/labels: request must NOT have unevaluated properties (hue)',
  );
  expect(error.message).toContain('query/state must be equal to one of the allowed values');
  expect(error.message).toContain('query/page must be integer');
  expect(error.message).toContain('GET /repos/ann/shop/stars: GitHub or the stand-in has no such');
});

test.each<[string, string, Parameters<typeof requestBreaches>[1], string[]]>([
  [
    'a word where a number belongs',
    'GET /repos/{}/{}/pulls/{}',
    { params: { owner: 'ann', repo: 'shop', number: 'x' }, query: {}, body: null },
    ['path must be integer'],
  ],
  [
    'a field inside a list',
    'POST /repos/{}/{}/git/trees',
    {
      params: { owner: 'ann', repo: 'shop' },
      query: {},
      body: { tree: [{ path: 'a', mode: '100644', type: 'blob', text: '' }] },
    },
    ['request/tree/0 must NOT have unevaluated properties (text)'],
  ],
  [
    'a body where none belongs',
    'GET /repos/{}/{}',
    { params: { owner: 'ann', repo: 'shop' }, query: {}, body: { a: 1 } },
    ['request must NOT have the field a'],
  ],
])('%s is a breach', (_, call, sent, breaches) => {
  expect(requestBreaches(call, sent)).toEqual(breaches);
});

test('a status that GitHub does not name is a breach', () => {
  expect(answerBreaches('POST /repos/{}/{}/pulls', 200, {})).toEqual(['answer has the status 200']);
});
