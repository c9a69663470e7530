import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StandIn } from '../../stand-in/index.ts';
import { addShop, aWhile, cloned, openScene, type Scene, until } from './scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
}, 90_000);
afterAll(() => scene.close(), 60_000);

const headers = {
  'content-type': 'application/json',
  'x-github-event': 'issues',
  'x-github-delivery': randomUUID(),
};

/** What was asked of repositories; the App also looks for lost webhooks by itself. */
const callsTo = ({ requests }: StandIn) =>
  requests.filter(({ path }) => !path.includes('/app/')).length;

const ask = (repo: string, body: string, by = 'ann') => scene.github.openIssue({ repo, by, body });

describe('the App', { timeout: 60_000 }, () => {
  test('turns a command into a branch, a pull request, a check run and a comment', async () => {
    const { github } = scene;
    const shop = await addShop(github, 'ann/shop', { LICENSE: 'MIT' });
    const { issue, delivery } = await ask('ann/shop', '/sotacode build a shop\nwith orders');
    expect(delivery.status).toBe(200);
    await until(() => expect(shop.comments[0]?.body).toContain('The server is ready: #2'));

    expect(shop.reactions).toMatchObject([{ content: 'eyes', on: `issue:${issue.number}` }]);
    expect(shop.pulls).toMatchObject([{ number: 2, base: 'main', head: 'sotacode/server-1' }]);
    expect(shop.checkRuns).toMatchObject([
      { name: 'SotACode', status: 'completed', conclusion: 'success' },
    ]);
    expect(shop.checkRuns[0]?.output.summary).toMatch(/✅ Plan: three files · \d+\.\d s/);
    expect(shop.comments).toHaveLength(1);
    const file = await cloned(github, 'ann/shop', 'sotacode/server-1', 'src/app.ts');
    expect(file).toBe('export const request = "a shop\\nwith orders";\n');
    expect(await cloned(github, 'ann/shop', 'sotacode/server-1', 'LICENSE')).toBe('MIT');
  });

  test('does nothing twice for a redelivery, under the same id or another', async () => {
    const { github } = scene;
    const shop = await addShop(github, 'ann/twice', { LICENSE: 'MIT' });
    const { issue } = await ask('ann/twice', 'Hello');
    const body = '/sotacode build a shop';
    const { delivery } = await github.comment({ repo: 'ann/twice', by: 'ann', body, issue: 1 });
    await until(() => expect(shop.comments[1]?.body).toContain('#2'));
    const before = callsTo(github);
    expect((await github.redeliver(delivery)).status).toBe(200);
    expect((await github.redeliver(delivery, randomUUID())).status).toBe(200);
    await aWhile();
    expect(issue.number).toBe(1);
    expect(callsTo(github)).toBe(before);
    expect(shop.pulls).toHaveLength(1);
  });

  test('refuses people without write permission once per issue, and does nothing', async () => {
    const { github } = scene;
    const shop = await addShop(github, 'ann/closed', { LICENSE: 'MIT' });
    await ask('ann/closed', '/sotacode build a shop', 'bob');
    await until(() => expect(shop.comments).toHaveLength(1));
    const body = '/sotacode build a shop';
    await github.comment({ repo: 'ann/closed', by: 'bob', body, issue: 1 });
    await aWhile();
    const answers = shop.comments.filter(({ user }) => user.type === 'Bot');
    expect(answers).toHaveLength(1);
    expect(answers[0]?.body).toContain('@bob, only people who can write');
    expect(shop.reactions).toEqual([]);
    expect(shop.pulls).toEqual([]);
  });

  test('passes over bots, quotes, fences, edits, deletions and talk', async () => {
    const { github } = scene;
    await addShop(github, 'ann/quiet', { LICENSE: 'MIT' });
    const command = '/sotacode build a shop';
    await ask('ann/quiet', 'Just an issue');
    const before = callsTo(github);
    await ask('ann/quiet', command, 'robot[bot]');
    await github.openIssue({ repo: 'ann/quiet', by: 'ann', body: command, action: 'edited' });
    for (const body of [`> ${command}`, `\`\`\`\n${command}\n\`\`\``, `I wrote ${command}`]) {
      await github.comment({ repo: 'ann/quiet', by: 'ann', body, issue: 1 });
    }
    for (const action of ['edited', 'deleted'])
      await github.comment({ repo: 'ann/quiet', by: 'ann', body: command, issue: 1, action });
    await aWhile();
    expect(callsTo(github)).toBe(before);
  });

  test('turns away a wrong signature and a body that is too large', async () => {
    const { webhookUrl } = scene.github;
    const forged = { ...headers, 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` };
    const body = '{"action":"opened"}';
    const statusOf = (sent: Record<string, string>) =>
      fetch(webhookUrl, { method: 'POST', headers: sent, body }).then(({ status }) => status);
    expect(await statusOf(forged)).toBe(401);
    expect(await statusOf(headers)).toBe(400);
    const request = httpRequest(webhookUrl, {
      method: 'POST',
      headers: { ...forged, 'content-length': 26 * 1024 * 1024 },
    });
    request.on('error', () => {}).flushHeaders();
    const [{ statusCode }] = await once(request, 'response');
    request.destroy();
    expect(statusCode).toBe(413);
    expect((await fetch(`${scene.app.url}/healthz`)).status).toBe(200);
  });

  test('says why there is no server, without echoing mentions or HTML', async () => {
    const shop = await addShop(scene.github, 'ann/why', { LICENSE: 'MIT' });
    await ask('ann/why', '/sotacode build nothing');
    await until(() => expect(shop.comments[0]?.body).toContain('The server was not built.'));
    expect(shop.comments[0]?.body).toContain('ask @\u200bann about &lt;b>it&lt;/b>');
    expect(shop.comments[0]?.body).toContain('❌ Plan');
    expect(shop.pulls).toEqual([]);
  });

  test('answers in Russian to Russian, and helps with unknown commands', async () => {
    const shop = await addShop(scene.github, 'ann/ru', { LICENSE: 'MIT' });
    await ask('ann/ru', '/sotacode build сервер для интернет-магазина');
    await until(() => expect(shop.comments[0]?.body).toContain('Сервер готов: #2'));
    await scene.github.comment({ repo: 'ann/ru', by: 'ann', body: '/sotacode dance', issue: 1 });
    await until(() => expect(shop.comments.at(-1)?.body).toContain('Команда `dance`'));
  });
});
