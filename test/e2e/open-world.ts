import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { vi } from 'vitest';
import { startStandIn } from '../stand-in/index.ts';
import { startApp } from '../stand-in/start-app.ts';
import type { Delivery } from '../stand-in/webhooks.ts';
import type { Repository } from '../stand-in/world.ts';

const run = promisify(execFile);

export interface Delivered {
  repository: Repository;
  delivery: Delivery;
  /** A fresh clone of the pull request's branch. */
  checkout: string;
}

/** GitHub's stand-in and the App, started as in production. */
export async function openWorld(env: Record<string, string> = {}) {
  const github = await startStandIn();
  const folder = await mkdtemp(join(tmpdir(), 'sotacode-e2e-'));
  const data = join(folder, 'data');
  const appEnv = {
    ...github.appEnv,
    SOTACODE_DATA: data,
    OPENAI_API_KEY: '',
    DATABASE_URL: '',
    ...env,
  };
  const start = () => startApp(appEnv);
  const world = {
    github,
    folder,
    app: await start(),
    /** The paths of a branch. */
    filesOf: async (repo: string, branch: string): Promise<string[]> => {
      const { directory } = github.repository(repo);
      const listing = ['ls-tree', '-r', '--name-only', branch];
      return (await run('git', ['-C', directory, ...listing])).stdout.trim().split('\n');
    },
    /** Throws the App's own store away and starts it anew. */
    loseDatabase: async () => {
      await world.app.stop();
      await rm(data, { recursive: true });
      world.app = await start();
      github.webhookUrl = world.app.webhookUrl;
    },
    close: async () => {
      await world.app.stop();
      await github.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  github.webhookUrl = world.app.webhookUrl;
  return world;
}
export type OpenWorld = Awaited<ReturnType<typeof openWorld>>;

/** Asks for a server in a new repository, waits for its pull request and clones it. */
export async function ask(world: OpenWorld, name: string, request: string): Promise<Delivered> {
  const { github } = world;
  const repo = `ann/${name}`;
  const repository = await github.addRepository({ name: repo, files: { LICENSE: 'MIT\n' } });
  github.addUser('ann', { [repo]: 'write' });
  const { delivery } = await github.openIssue({
    repo,
    by: 'ann',
    body: `/sotacode build ${request}`,
  });
  await vi.waitFor(
    () => {
      const said = repository.comments.map(({ body }) => body).join('\n');
      if (repository.checkRuns[0]?.status !== 'completed') throw new Error(`Not yet: ${said}`);
    },
    { timeout: 60_000, interval: 200 },
  );
  const checkout = join(world.folder, name);
  const branch = repository.pulls[0]?.head ?? '';
  await run('git', ['clone', '--quiet', '--branch', branch, github.cloneUrl(repo), checkout]);
  return { repository, delivery, checkout };
}
