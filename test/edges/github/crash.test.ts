import { afterAll, beforeAll, expect, test } from 'vitest';
import { addShop, openScene, type Scene, until } from './scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
}, 90_000);
afterAll(() => scene.close(), 60_000);

const command = { by: 'ann', body: '/sotacode build a shop' };

test.each<[string, string, RegExp]>([
  ['before the reaction', 'POST', /\/reactions$/],
  ['between the branch and the pull request', 'POST', /\/pulls$/],
  ['before the check run', 'POST', /\/check-runs$/],
])(
  'killed %s, the next process ends with one of everything',
  async (moment, method, path) => {
    const { github } = scene;
    const repo = `ann/crash-${moment.split(' ').at(-1)}`;
    const shop = await addShop(github, repo, { LICENSE: 'MIT' });
    const reached = new Promise<void>((happened) =>
      github.failNext({ method, path, when: 'hold', happened }),
    );
    const { delivery } = await github.openIssue({ repo, ...command });
    await reached;
    await scene.app.kill();
    await scene.restart();
    await until(() => expect(shop.comments[0]?.body).toContain('The server is ready: #2'));
    await github.redeliver(delivery);
    expect(shop).toMatchObject({ pulls: [{ number: 2 }], reactions: [{ content: 'eyes' }] });
    expect([shop.pulls, shop.comments, shop.checkRuns].map((all) => all.length)).toEqual([1, 1, 1]);
  },
  90_000,
);

test.each<[string, RegExp]>([
  ['comment', /\/issues\/1\/comments$/],
  ['branch', /\/git\/refs$/],
  ['pull request', /\/pulls$/],
  ['check run', /\/check-runs$/],
])(
  'a 502 after the %s was made does not double it',
  async (what, path) => {
    const { github } = scene;
    const repo = `ann/lost-${what.replace(' ', '-')}`;
    const shop = await addShop(github, repo, { LICENSE: 'MIT' });
    github.failNext({ method: 'POST', path, when: 'after', status: 502 });
    await github.openIssue({ repo, ...command });
    await until(() => expect(shop.comments[0]?.body).toContain('The server is ready: #2'));
    expect([shop.pulls, shop.comments, shop.checkRuns].map((all) => all.length)).toEqual([1, 1, 1]);
  },
  60_000,
);

test('a rate limit puts the job off and costs nothing', async () => {
  const { github } = scene;
  const shop = await addShop(github, 'ann/limited', { LICENSE: 'MIT' });
  const body = { message: 'You have exceeded a secondary rate limit' };
  let limited = 0;
  const happened = () => {
    limited = Date.now();
  };
  const limit = { happened, status: 403, headers: { 'retry-after': '2' }, body };
  github.failNext({ method: 'POST', path: /\/git\/trees$/, when: 'before', ...limit });
  await github.openIssue({ repo: 'ann/limited', ...command });
  await until(() => expect(shop.comments[0]?.body).toContain('The server is ready: #2'));
  expect(Date.now() - limited).toBeGreaterThan(2000);
  expect(shop.pulls).toHaveLength(1);
}, 60_000);
