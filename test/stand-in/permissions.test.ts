import { Octokit } from '@octokit/rest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, quiet, type Shop } from './open-shop.ts';

let it: Shop;
beforeAll(async () => {
  it = await openShop();
});
afterAll(() => it.github.close());

const roles = ['admin', 'maintain', 'write', 'triage', 'read'] as const;

test.each([
  ['admin', 'admin'],
  ['maintain', 'write'],
  ['write', 'write'],
  ['triage', 'read'],
  ['read', 'read'],
] as const)('the role %s is the permission %s', async (role, permission) => {
  it.github.addUser(role, { 'ann/shop': role });
  const asked = { ...it.at, username: role };
  const { data } = await it.bot.rest.repos.getCollaboratorPermissionLevel(asked);
  expect(data).toMatchObject({ permission, role_name: role, user: { login: role } });
});

test('a stranger reads what is public, and nobody unknown is answered for', async () => {
  const ask = async (username: string) =>
    (await it.bot.rest.repos.getCollaboratorPermissionLevel({ ...it.at, username })).data
      .permission;
  it.github.addUser('bob');
  expect(await ask('bob')).toBe('read');
  it.shop.private = true;
  expect(await ask('bob')).toBe('none');
  it.shop.private = false;
  await expect(ask('nobody')).rejects.toMatchObject({ status: 404 });
});

test('people write as far as their role goes', async () => {
  for (const role of roles) it.github.addUser(role, { 'ann/shop': role });
  const label = (login: string) =>
    it
      .client(login)
      .rest.issues.createLabel({ ...it.at, name: login })
      .then(
        () => true,
        ({ status }) => status !== 403,
      );
  expect(await Promise.all(roles.map(label))).toEqual([true, true, true, false, false]);
});

test('the App has the permissions of its manifest, and its tokens may have fewer', async () => {
  const asApp = it.asApp();
  await it.github.addRepository({ name: 'ann/other' });
  const baseUrl = `${it.github.url}/api/v3`;
  const { data: app } = await asApp.rest.apps.getAuthenticated();
  expect(app?.permissions).toMatchObject({ contents: 'write', checks: 'write' });
  const { data: installations } = await asApp.rest.apps.listInstallations();
  const [installation_id = 0] = installations.map(({ id }) => id);
  const permissions = { issues: 'read' } as const;
  const narrow = { installation_id, permissions, repositories: ['shop'] };
  const { data } = await asApp.rest.apps.createInstallationAccessToken(narrow);
  const narrowed = new Octokit({ auth: data.token, baseUrl, log: quiet });
  expect((await narrowed.rest.issues.listForRepo(it.at)).status).toBe(200);
  const { data: seen } = await narrowed.rest.apps.listReposAccessibleToInstallation();
  expect(seen.repositories.map(({ full_name }) => full_name)).toEqual(['ann/shop']);
  expect((await asApp.rest.apps.getRepoInstallation(it.at)).data.id).toBe(installation_id);
  await expect(narrowed.rest.issues.createLabel({ ...it.at, name: 'x' })).rejects.toMatchObject({
    ...{ status: 403, message: expect.stringContaining('not accessible by integration') },
  });
  const more = { installation_id, permissions: { administration: 'write' } } as const;
  await expect(asApp.rest.apps.createInstallationAccessToken(more)).rejects.toThrow('not granted');
});

test('an unknown token is nobody, and a forged App key is no App', async () => {
  const octokit = new Octokit({
    auth: 'ghs_unknown',
    baseUrl: `${it.github.url}/api/v3`,
    log: quiet,
  });
  await expect(octokit.rest.repos.get(it.at)).rejects.toMatchObject({ status: 401 });
  await expect(octokit.rest.apps.getAuthenticated()).rejects.toMatchObject({ status: 401 });
});

test('a manifest becomes an App by a code that works once', async () => {
  const code = it.github.registerApp('my-sotacode');
  const anyone = new Octokit({ baseUrl: `${it.github.url}/api/v3`, log: quiet });
  const { data } = await anyone.rest.apps.createFromManifest({ code });
  expect(data).toMatchObject({ slug: 'my-sotacode', pem: expect.stringContaining('-----BEGIN') });
  expect([data.client_secret, data.webhook_secret].every((secret) => secret?.length === 40)).toBe(
    true,
  );
  await expect(anyone.rest.apps.createFromManifest({ code })).rejects.toMatchObject({
    status: 404,
  });
});
