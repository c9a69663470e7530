import nock from 'nock';
import { afterEach, expect, test } from 'vitest';
import { PatientOctokit } from '../../../src/github/octokit.ts';
import { redeliverLost } from '../../../src/github/redeliver-lost.ts';
import { addShop, openScene, until } from './scene.ts';

test('what was said while the App was down is heard when it is back', async () => {
  const scene = await openScene();
  const shop = await addShop(scene.github, 'ann/away', { LICENSE: 'MIT' });
  await scene.app.stop();
  const said = { repo: 'ann/away', by: 'ann', body: '/sotacode build a shop' };
  const { delivery } = await scene.github.openIssue(said);
  expect(delivery.status).not.toBe(200);
  await scene.restart();
  await until(() => expect(shop.comments[0]?.body).toContain('The server is ready: #2'));
  expect(scene.app.output()).toContain('Asked for lost webhooks again');
  await scene.close();
}, 90_000);

type Sent = [id: number, guid: string, status: number, hoursAgo: number];
const now = new Date('2026-01-02T12:00:00Z');

/** GitHub's list of deliveries, and the ids that are asked for again. */
function deliveries(sent: Sent[]): string[] {
  const asked: string[] = [];
  const rows = sent.map(([id, guid, status_code, hours]) => {
    return { id, guid, status_code, delivered_at: new Date(now.getTime() - hours * 3_600_000) };
  });
  const github = nock('https://api.github.com').persist();
  github.get('/app/hook/deliveries').query(true).reply(200, rows);
  for (const { id } of rows) {
    github.post(`/app/hook/deliveries/${id}/attempts`).reply(202, () => {
      asked.push(`${id}`);
      return {};
    });
  }
  return asked;
}
afterEach(() => nock.cleanAll());

test.each<[string, Sent[], string[]]>([
  ['what arrived', [[1, 'a', 200, 1]], []],
  [
    'what arrived at the second attempt',
    [
      [2, 'a', 202, 1],
      [1, 'a', 502, 2],
    ],
    [],
  ],
  [
    'what never arrived, once',
    [
      [2, 'a', 502, 1],
      [1, 'a', 503, 2],
    ],
    ['2'],
  ],
  ['what is older than a day', [[1, 'a', 502, 25]], []],
  ['what failed five times', [5, 4, 3, 2, 1].map((id): Sent => [id, 'a', 500, 1]), []],
])('%s', async (_, sent, ids) => {
  const asked = deliveries(sent);
  expect(await redeliverLost(new PatientOctokit(), now)).toBe(ids.length);
  expect(asked).toEqual(ids);
});
