import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandHandler } from '../../../src/github/jobs/run-command.ts';
import { PatientOctokit } from '../../../src/github/octokit.ts';
import { readEvent } from '../../../src/github/read-event.ts';
import { treeCatalogue } from '../../../src/registry/tree-catalogue.ts';
import { startStandIn } from '../../stand-in/index.ts';
import { fakeBuild } from './fake-build.ts';
import { addShop } from './scene.ts';

test('a bug is told to the user once no attempt is left', async () => {
  const github = await startStandIn();
  const shop = await addShop(github, 'ann/bug', { LICENSE: 'MIT' });
  const body = '/sotacode build crash';
  const { delivery } = await github.openIssue({ repo: 'ann/bug', by: 'ann', body });
  const job = readEvent(delivery.payload as Parameters<typeof readEvent>[0]);
  const auth = { token: github.token() };
  const octokit = new PatientOctokit({ auth, baseUrl: `${github.url}/api/v3` });
  const clock = { now: () => new Date() };
  const handle = commandHandler({
    authenticate: async () => octokit,
    build: fakeBuild,
    preview: () => Promise.reject(new Error('There is no preview here')),
    catalogue: treeCatalogue(join(import.meta.dirname, '../../..')),
    enqueue: async () => ({ accepted: true }),
    clock,
  });

  await expect(handle(job, { number: 1, last: false })).rejects.toThrow('A bug');
  expect(shop.comments[0]?.body).not.toContain('Something broke');
  await expect(handle(job, { number: 5, last: true })).rejects.toThrow('A bug');
  expect(shop.comments).toHaveLength(1);
  expect(shop.comments[0]?.body).toContain('Something broke on our side');
  await github.close();
}, 20_000);
