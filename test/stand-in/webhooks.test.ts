import { afterAll, beforeAll, expect, test } from 'vitest';
import { listener } from './listener.ts';
import { openShop, type Shop } from './open-shop.ts';

let it: Shop;
let app: Awaited<ReturnType<typeof listener>>;
let asApp: ReturnType<Shop['asApp']>;
beforeAll(async () => {
  it = await openShop();
  app = await listener(it.github.world.app.secret);
  it.github.webhookUrl = app.url;
  it.github.world.app.events = ['issues', 'issue_comment', 'push', 'pull_request', 'check_suite'];
  asApp = it.asApp();
});
afterAll(async () => {
  await it.github.close();
  app.close();
});

const heard = async (event: string) => {
  await it.github.settled();
  return app.heard.filter((one) => one.event === event);
};

test('a webhook is signed and carries a GUID, which a redelivery keeps', async () => {
  const { github } = it;
  const { delivery } = await github.openIssue({ repo: 'ann/shop', by: 'ann', body: 'Hello' });
  await github.redeliver(delivery);
  const [first, second] = await heard('issues');
  expect(first).toMatchObject({ action: 'opened', genuine: true, guid: delivery.guid });
  expect(first?.guid).toMatch(/^[0-9a-f-]{36}$/);
  expect(second).toEqual(first);
});

test('the App finds its failed deliveries and asks for another attempt', async () => {
  const { github } = it;
  app.next.status = 502;
  const { delivery } = await github.openIssue({ repo: 'ann/shop', by: 'ann', body: 'Lost' });
  app.next.status = 200;
  const { data } = await asApp.rest.apps.listWebhookDeliveries({ per_page: 1 });
  expect(data).toMatchObject([{ guid: delivery.guid, status_code: 502, redelivery: false }]);
  const lost = { delivery_id: data[0]?.id ?? 0 };
  const { request } = (await asApp.rest.apps.getWebhookDelivery(lost)).data;
  expect(request.payload).toMatchObject({ issue: { body: 'Lost' } });
  await asApp.rest.apps.redeliverWebhookDelivery(lost);
  expect((await heard('issues')).at(-1)?.guid).toBe(delivery.guid);
  const { data: after, headers } = await asApp.rest.apps.listWebhookDeliveries({ per_page: 1 });
  expect(after).toMatchObject([{ guid: delivery.guid, status: 'OK', redelivery: true }]);
  const cursor = /cursor=(v1_\d+)/.exec(headers.link ?? '')?.[1] ?? '';
  const { data: older } = await asApp.rest.apps.listWebhookDeliveries({ per_page: 1, cursor });
  expect(older).toEqual(data);
});

test('a push to the head of a pull request is told as synchronize', async () => {
  const { github, propose } = it;
  const pull = await propose('moving', { 'b.txt': '1' });
  const after = await github.push({
    ...{ repo: 'ann/shop', by: 'ann', branch: 'moving', files: { 'b.txt': '2' } },
  });
  const news = (await heard('pull_request')).map(({ payload }) => payload);
  expect(news).toMatchObject([
    { action: 'opened', number: pull.number },
    { action: 'synchronize', before: pull.head.sha, after, pull_request: { head: { sha: after } } },
  ]);
  expect((await heard('push')).at(-1)?.payload).toMatchObject({ ref: 'refs/heads/moving', after });
});

test('a comment of ours comes back as a webhook from a bot', async () => {
  const { bot, at } = it;
  await bot.rest.issues.createComment({ ...at, issue_number: 1, body: 'Ready' });
  expect((await heard('issue_comment')).at(-1)?.payload).toMatchObject({
    ...{ action: 'created', comment: { body: 'Ready' }, sender: { type: 'Bot' } },
  });
});

test('a merge is told, and so are the issues that it closes', async () => {
  const { propose, ann, at } = it;
  const pull = { ...at, pull_number: (await propose('merged', { 'm.txt': '' })).number };
  await ann.rest.pulls.update({ ...pull, body: 'Closes #2' });
  await ann.rest.pulls.merge(pull);
  expect((await heard('pull_request')).at(-1)?.payload).toMatchObject({
    ...{ action: 'closed', number: pull.pull_number, pull_request: { merged: true } },
  });
  expect((await heard('issues')).at(-1)?.payload).toMatchObject({
    ...{ action: 'closed', issue: { number: 2, state: 'closed' } },
  });
  await ann.rest.issues.update({ ...at, issue_number: 2, state: 'open' });
  expect((await heard('issues')).at(-1)?.action).toBe('reopened');
});

test('the end of CI is told to who listens, with the pull requests concerned', async () => {
  const { github, propose, bot, at } = it;
  const { number, head } = await propose('checked', { 'c.txt': '1' });
  await github.finishChecks('ann/shop', head.sha, 'failure');
  expect(await heard('workflow_run')).toEqual([]);
  expect((await heard('check_suite'))[0]?.payload).toMatchObject({
    ...{ action: 'completed', sender: { login: 'github-actions[bot]' } },
    check_suite: { head_sha: head.sha, conclusion: 'failure', pull_requests: [{ number }] },
  });
  const { data } = await bot.rest.checks.listForRef({ ...at, ref: 'checked' });
  expect(data.check_runs).toMatchObject([{ name: 'ci', conclusion: 'failure' }]);
  const { data: pull } = await bot.rest.pulls.get({ ...at, pull_number: number });
  expect(pull.mergeable_state).toBe('unstable');
});
